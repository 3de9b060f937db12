import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import type { Enrolment } from './enrolment.js';
import type { StoredEnrolment } from './enrolment.schema.js';

/** A stored enrolment as the code holds it. */
export function enrolmentOf(stored: StoredEnrolment): Enrolment {
  const { _id, ...fields } = stored;
  return {
    ...fields,
    id: idOf(_id),
    forceId: idOf(stored.forceId),
    personId: idOf(stored.personId),
    courseId: idOf(stored.courseId),
    versionId: idOf(stored.versionId),
    dueOn: stored.dueOn === null ? null : calendarDateOf(stored.dueOn),
    finishBy: stored.finishBy === null ? null : calendarDateOf(stored.finishBy),
  };
}

/** An enrolment as the database holds it. */
export function storedOf(enrolment: Enrolment): StoredEnrolment {
  const { id, ...fields } = enrolment;
  return {
    ...fields,
    _id: objectId(id),
    forceId: objectId(enrolment.forceId),
    personId: objectId(enrolment.personId),
    courseId: objectId(enrolment.courseId),
    versionId: objectId(enrolment.versionId),
    activities: [...enrolment.activities],
    checks: [...enrolment.checks],
    takenBack: [...enrolment.takenBack],
  };
}
