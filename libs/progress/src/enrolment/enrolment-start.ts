import type { PublishedVersion } from '@app/catalogue';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { refusal } from '../refusals.js';
import type { Enrolment, EnrolmentId, EnrolmentOrigin } from './enrolment.js';

/** Whose enrolment begins, why, and in which cycle. */
export interface Start {
  readonly forceId: ForceId;
  readonly personId: PersonId;
  readonly origin: EnrolmentOrigin;
  readonly cycle: number;
  readonly dueOn: CalendarDate | null;
  readonly now: Date;
}

/** PRG-01, PRG-02. A new enrolment, pinned to the version; refused while the course is an outline. */
export function started(version: PublishedVersion, start: Start): Enrolment {
  refuseOutline(version);
  const { now, ...fields } = start;
  return {
    id: newId<EnrolmentId>(),
    ...fields,
    courseId: version.courseId,
    courseCode: version.code,
    courseTitle: version.title,
    versionId: version.id,
    versionNumber: version.number,
    state: 'not_started',
    percent: 0,
    resumeAt: null,
    startedAt: now,
    completedAt: null,
    finishBy: null,
    ...{ activities: [], checks: [], takenBack: [] },
    revision: 1,
  };
}

/** PRG-01. Refuses a course that has no lessons yet. */
export function refuseOutline(version: Pick<PublishedVersion, 'status'>): void {
  if (version.status === 'outline') throw refusal('COURSE_IS_OUTLINE', { field: 'courseCode' });
}

/** PRG-04. Refuses a due date that has passed. The day itself is in time. */
export function refusePastDueDate(dueOn: CalendarDate | null, today: CalendarDate): void {
  if (dueOn !== null && dueOn < today) throw refusal('DUE_DATE_PAST', { field: 'dueOn' });
}

/** PRG-04. The enrolment with the lead's due date, unless it is complete. */
export function dueBy(enrolment: Enrolment, dueOn: CalendarDate | null): Enrolment {
  if (dueOn === null || enrolment.state === 'completed') return enrolment;
  return enrolment.dueOn === dueOn ? enrolment : { ...enrolment, dueOn };
}

/** What the event of a start tells. */
export function startedFacts(enrolment: Enrolment) {
  const { id, personId, courseCode, versionId, cycle, origin, dueOn } = enrolment;
  return { enrolmentId: id, personId, courseCode, versionId, cycle, origin, dueOn };
}
