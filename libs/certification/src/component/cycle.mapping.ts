import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { idOf } from '@app/platform/ids/ids.js';
import type { AwardId } from '../award/award.js';
import type { Cycle } from './cycle.js';
import type { StoredCycle } from './cycle.schema.js';

/** A stored cycle as the code holds it. */
export function cycleOf(stored: StoredCycle): Cycle {
  return {
    personId: idOf<PersonId>(stored.personId),
    courseCode: stored.courseCode,
    cycle: stored.cycle,
    outcomes: stored.outcomes.map((outcome) => ({ ...outcome, on: outcome.on as CalendarDate })),
    awardId: stored.awardId === null ? null : idOf<AwardId>(stored.awardId),
    awardedOn: stored.awardedOn as CalendarDate | null,
    revision: stored.revision,
  };
}
