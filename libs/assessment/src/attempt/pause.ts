import type { PersonId } from '@app/platform/context/request-context.js';
import type { AttemptId } from './attempt-id.js';

/** A stretch in which the clock of an attempt stood. */
export interface Pause {
  readonly kind: 'REST' | 'RECALL';
  readonly from: Date;
  readonly until: Date;
}

/**
 * The rests of an attempt. While one runs, the deadline already lies later by all that is left: whoever forgets to come
 * back loses nothing but the rest, and nobody has to act for the clock to go on. Ending it early takes the difference
 * back. Do not ask `until` alone whether one runs: compare it with now (`isResting`).
 */
export interface Rest {
  /** What is left to be taken, in milliseconds; 0 while one runs, since it may last for all that was left. */
  readonly leftMs: number;
  readonly startedAt: Date | null;
  /** When the clock goes on by itself; null when no rest was started since the last one was ended. */
  readonly until: Date | null;
}

export const NO_REST: Rest = { leftMs: 0, startedAt: null, until: null };

/** Who asked for a recall. */
export type RecallAsker = 'candidate' | 'invigilator' | 'supervisor';

/**
 * A candidate's being called to a job in mid-attempt (BEHAVIOURS 2.14). It holds only once a supervisor has confirmed it;
 * otherwise the clock has run on all the while, as though it had never been asked for.
 */
export interface Recall {
  readonly askedBy: PersonId;
  readonly askedAs: RecallAsker;
  readonly at: Date;
  /** What was left of the attempt's time, in milliseconds. */
  readonly leftMs: number;
  readonly confirmedBy: PersonId | null;
  readonly confirmedAt: Date | null;
  /** When the candidate went on, or the recall ended otherwise; null while it runs. */
  readonly endedAt: Date | null;
  /** The draw of the remainder, for replay; null until the candidate went on. */
  readonly drawId: AttemptId | null;
}
