import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { type Cycle, nextCycle, withCorrection, withOutcome } from '../component/cycle.js';
import { type AwardTerms, areEnough, isSame, type Outcome, type Source } from '../component/outcome.js';
import type { Award } from './award.js';

/** Where a result counts: the latest cycle that holds it. Undefined when none does. */
export function homeOf(cycles: readonly Cycle[], source: Source): Cycle | undefined {
  const holding = cycles.filter(({ outcomes }) => outcomes.some((each) => isSame(each, source)));
  return holding.reduce<Cycle | undefined>(
    (latest, each) => (latest === undefined || each.cycle > latest.cycle ? each : latest),
    undefined,
  );
}

/** CRT-20. Whether an award still stands on what its cycle holds, as of its own day. */
export function stillStands({ outcomes }: Cycle, terms: AwardTerms, awardedOn: CalendarDate): boolean {
  return areEnough(outcomes, terms, awardedOn);
}

/** CRT-20: the award that rests on a cycle and stands; null when it gave none, or that one is withdrawn. */
export function standingAward<A extends Pick<Award, 'id'>>(cycle: Cycle, standing: readonly A[]): A | null {
  return standing.find(({ id }) => id === cycle.awardId) ?? null;
}

/**
 * CRT-21: the cycle in which the person goes on after an award has fallen. The finished one stays for ever as it was, with what the
 * award rested on; everything that it holds is carried into the next, with the corrected result in the place of the old one, so that
 * nobody does twice what they have done. Null when a later award is there, which needs nothing of it.
 */
export function cycleAfterFall(fallen: Cycle, cycles: readonly Cycle[], corrected: Outcome): Cycle | null {
  const latest = cycles.reduce((last, each) => (each.cycle > last.cycle ? each : last), fallen);
  if (latest !== fallen && latest.awardId !== null) return null;
  const onwards = latest === fallen ? nextCycle(fallen, fallen) : latest;
  return withCorrection(fallen, corrected).outcomes.reduce(
    (next, outcome) => withOutcome(next, outcome),
    onwards,
  );
}
