import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { idOf } from '@app/platform/ids/ids.js';
import type { Award, AwardId } from './award.js';
import type { StoredAward } from './award.schema.js';

/** A stored award as the code holds it. */
export function awardOf(stored: StoredAward): Award {
  return {
    id: idOf<AwardId>(stored._id),
    forceId: idOf<ForceId>(stored.forceId),
    personId: idOf<PersonId>(stored.personId),
    serial: stored.serial,
    courseCode: stored.courseCode,
    courseTitle: stored.courseTitle,
    versionId: stored.versionId,
    versionNumber: stored.versionNumber,
    cycle: stored.cycle,
    awardedOn: stored.awardedOn as CalendarDate,
    lastValidDay: stored.lastValidDay as CalendarDate,
    grantedTo: (stored.grantedTo ?? stored.lastValidDay) as CalendarDate,
    ruleNumber: stored.ruleNumber ?? 0,
    withdrawn:
      stored.withdrawn == null ? null : { on: stored.withdrawn.on as CalendarDate, at: stored.withdrawn.at },
    skills: stored.skills.map((skill) => ({ ...skill, lastValidDay: skill.lastValidDay as CalendarDate })),
  };
}
