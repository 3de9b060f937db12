import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { AwardId } from '../award/award.js';
import { best, type ComponentTerms, countsUntil, isSame, type Outcome } from './outcome.js';

/** One component as a published version declares it. */
export interface RequiredComponent {
  readonly key: string;
  /** `paper`, `observed-practical` and so on. */
  readonly kind: string;
  readonly title: Words;
  /** Its share of the common mark, in percent; null for a hurdle. */
  readonly weight: number | null;
}

/** A component and how the person stands in it in the cycle. */
export interface ComponentStatus extends RequiredComponent {
  readonly passed: boolean;
  readonly passedOn: CalendarDate | null;
  /** The best percent, 0–100; null where there is none. */
  readonly percent: number | null;
  /** The last day on which the latest pass counts towards an award, included; null without one, or without end. */
  readonly countsUntil: CalendarDate | null;
}

/**
 * One person's way to one award: what they got in its components so far, and the award once it is enough. One document, so that
 * two results that arrive at the same moment wait for each other. The award of a finished cycle never changes; what it rests on
 * does only when one of its results is corrected and the award stands all the same.
 */
export interface Cycle {
  readonly personId: PersonId;
  readonly courseCode: string;
  /** From 1. */
  readonly cycle: number;
  readonly outcomes: readonly Outcome[];
  /** Null while something is missing. */
  readonly awardId: AwardId | null;
  readonly awardedOn: CalendarDate | null;
  /** The optimistic lock. */
  readonly revision: number;
}

/** The first cycle of a person in a course, or the one after a finished cycle. */
export function nextCycle(of: Pick<Cycle, 'personId' | 'courseCode'>, finished: Cycle | null): Cycle {
  return {
    personId: of.personId,
    courseCode: of.courseCode,
    cycle: (finished?.cycle ?? 0) + 1,
    outcomes: [],
    awardId: null,
    awardedOn: null,
    revision: 0,
  };
}

/**
 * CRT-05. Whether a result belongs to the next cycle: the latest cycle has its award, and the work was done on a later day than
 * that award. One dated on or before it belongs to the finished cycle and changes nothing.
 */
export function opensNextCycle(latest: Cycle, on: CalendarDate): boolean {
  return latest.awardedOn !== null && on > latest.awardedOn;
}

/** CRT-56. The cycle with one more outcome. Another word about a source that it knows changes nothing. */
export function withOutcome(cycle: Cycle, outcome: Outcome): Cycle {
  const isKnown = cycle.outcomes.some((each) => isSame(each, outcome));
  return isKnown ? cycle : { ...cycle, outcomes: [...cycle.outcomes, outcome] };
}

/** CRT-56. The cycle with a corrected outcome in the place of the one of the same source. An older correction changes nothing. */
export function withCorrection(cycle: Cycle, outcome: Outcome): Cycle {
  const known = cycle.outcomes.find((each) => isSame(each, outcome));
  if (known === undefined) return withOutcome(cycle, outcome);
  if (known.asOf > outcome.asOf) return cycle;
  const others = cycle.outcomes.filter((each) => each !== known);
  return { ...cycle, outcomes: [...others, outcome.counts ? outcome : { ...outcome, on: known.on }] };
}

/** CRT-57. A cycle that is enough on a day, with what belongs to it, and what was done later: the beginning of the next one. */
export function split(cycle: Cycle, awardedOn: CalendarDate): { finished: Cycle; onwards: Cycle | null } {
  const later = cycle.outcomes.filter(({ on }) => on > awardedOn);
  const finished = { ...cycle, outcomes: cycle.outcomes.filter(({ on }) => on <= awardedOn) };
  return { finished, onwards: later.length === 0 ? null : { ...nextCycle(cycle, cycle), outcomes: later } };
}

/** How a person stands in each component that the version asks for. */
export function statusOf(
  cycle: Cycle | null,
  required: readonly (RequiredComponent & Pick<ComponentTerms, 'validityMonths'>)[],
): ComponentStatus[] {
  return required.map(({ validityMonths, key, kind, title, weight }) => {
    const all = (cycle?.outcomes ?? []).filter((each) => each.componentKey === key && each.counts);
    const days = all.flatMap(({ passed, on }) => (passed ? [on] : [])).sort();
    const latest = days.at(-1);
    return {
      ...{ key, kind, title, weight, passed: latest !== undefined, passedOn: days[0] ?? null },
      percent: best(all),
      countsUntil: latest === undefined ? null : countsUntil(latest, { validityMonths }),
    };
  });
}
