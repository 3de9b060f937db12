import { type Cycle, nextCycle, withOutcome } from '../component/cycle.js';
import type { Award, AwardId } from './award.js';

/** What a piece of work that is no pass any more undoes. */
export interface Fall {
  /** The cycle that counted it. */
  readonly cycle: Cycle;
  /** The award that rests on it and stands; null when the cycle had given none yet. */
  readonly awardId: AwardId | null;
}

/**
 * CRT-20: where a pass counts that is none any more: in a cycle that waits for others, or under an award that stands. Null when it
 * counts nowhere, because it never did, or because what rested on it is withdrawn.
 */
export function fallOf(
  cycles: readonly Cycle[],
  sourceId: string,
  standing: readonly Pick<Award, 'id'>[],
): Fall | null {
  const stands = new Set<string>(standing.map(({ id }) => id));
  const cycle = cycles
    .filter(({ outcomes }) => outcomes.some((outcome) => outcome.sourceId === sourceId))
    .find(({ awardId }) => awardId === null || stands.has(awardId));
  return cycle === undefined ? null : { cycle, awardId: cycle.awardId };
}

/**
 * CRT-21: the cycle in which the person goes on. One that waits loses the outcome alone. One that gave an award stays for ever as it
 * was, with what the award rested on; the components that still stand are carried into the next, so that nobody does twice what
 * they have done. Null when a later award stands, which needs nothing of it.
 */
export function cycleAfterFall(fall: Fall, cycles: readonly Cycle[], sourceId: string): Cycle | null {
  const { cycle } = fall;
  const standing = cycle.outcomes.filter((outcome) => outcome.sourceId !== sourceId);
  if (fall.awardId === null) return { ...cycle, outcomes: standing };
  const latest = cycles.reduce((last, each) => (each.cycle > last.cycle ? each : last), cycle);
  if (latest !== cycle && latest.awardId !== null) return null;
  const onwards = latest === cycle ? nextCycle(cycle, cycle) : latest;
  return standing.reduce((next, outcome) => withOutcome(next, outcome), onwards);
}
