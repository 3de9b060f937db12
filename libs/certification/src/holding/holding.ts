import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { AwardId } from '../award/award.js';
import type { HeldCycle, History } from '../certification/history.js';

export type HoldingId = Id<'Holding'>;

/** A cycle of a holding, the award that it gave, and which of its turns have been told. */
export interface AwardedCycle extends HeldCycle {
  readonly awardId: AwardId;
  /** The day on which its window was said to be open; null until then. */
  readonly windowToldOn: CalendarDate | null;
  /** The day from which it was said to be expired; null until then, and again when leave brings it back. */
  readonly expiryToldOn: CalendarDate | null;
}

/**
 * One person and one certification in one force: whether and until when they are to hold it, and every cycle in which they
 * did. Nothing is ever taken out of it: unassigned people keep it, and find it as it was when they are assigned again.
 */
export interface Holding {
  readonly id: HoldingId;
  readonly personId: PersonId;
  readonly code: string;
  /** Null when nobody asked for it: the person earned the award without. */
  readonly assignment: {
    readonly on: CalendarDate;
    readonly dueOn: CalendarDate | null;
    readonly endedOn: CalendarDate | null;
    /** Whether a rule asks and nobody by hand: then the rule moves it and ends it (CRT-73). */
    readonly by?: 'rule';
  } | null;
  /** Days on which nobody asks for it, both included; `to` null without end. */
  readonly exemption: { readonly from: CalendarDate; readonly to: CalendarDate | null } | null;
  readonly cycles: readonly AwardedCycle[];
  /** What the timetable holds. */
  readonly due: { readonly window: CalendarDate | null; readonly expiry: CalendarDate | null };
  /** The optimistic lock; 0 before it is first saved. */
  readonly revision: number;
}

/** Whether the person is asked to hold it. */
export function isAssigned({ assignment }: Pick<Holding, 'assignment'>): boolean {
  return assignment !== null && assignment.endedOn === null;
}

/**
 * CRT-73. A holding as a rule asks for it, by a date or without, or asks no longer (null); null when nothing changes. What somebody
 * asks by hand stands: no rule moves or ends it. Assigned again, the record is the one that was there.
 */
export function askedByRule(
  holding: Holding,
  asks: { readonly dueOn: CalendarDate | null } | null,
  today: CalendarDate,
): Holding | null {
  const { assignment } = holding;
  const live = liveOf(holding);
  if (live !== null && live.by !== 'rule') return null;
  if (asks === null) return live && { ...holding, assignment: { ...live, endedOn: today } };
  if (live !== null && live.dueOn === asks.dueOn) return null;
  const { on } = assignment ?? { on: today };
  return { ...holding, assignment: { on, dueOn: asks.dueOn, endedOn: null, by: 'rule' } };
}

function liveOf({ assignment }: Holding): Holding['assignment'] {
  return assignment?.endedOn === null ? assignment : null;
}

/** A holding as the rules see it. */
export function historyOf(holding: Holding): History {
  return {
    assigned: isAssigned(holding),
    dueOn: holding.assignment?.dueOn ?? null,
    cycles: holding.cycles,
  };
}

/** A holding of nothing yet. */
export function newHolding(of: Pick<Holding, 'id' | 'personId' | 'code'>): Holding {
  const nothing = { assignment: null, exemption: null, cycles: [], revision: 0 };
  return { ...of, ...nothing, due: { window: null, expiry: null } };
}
