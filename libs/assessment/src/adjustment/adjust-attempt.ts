import type { Attempt } from '../attempt/attempt.js';
import { endOf, isOver } from '../attempt/attempt-rules.js';
import type { AllowedAdjustment, FixedTime } from './adjusted-time.js';
import { limitOf, movesClock, restOf } from './adjusted-time.js';
import { refusal } from './refusals.js';

const MINUTE_MS = 60_000;

/**
 * ASM-85: a running or suspended attempt under the adjustments that its person now has: never a shorter limit, deadline
 * or rest than it had. The clock's standing in rests and recalls is kept on top.
 */
export function adjustAttempt(
  attempt: Attempt,
  now: { adjustment: AllowedAdjustment | null; fixedTime: FixedTime | null },
): Attempt {
  const { adjustment, fixedTime } = now;
  const { terms } = attempt;
  const limit = Math.max(terms.limitMinutes, limitOf(terms.baseLimitMinutes, adjustment, fixedTime));
  const moreRest = Math.max(0, restOf(adjustment, fixedTime) - restOf(terms.adjustment, terms.fixedTime));
  const deadline = movesClock(adjustment, fixedTime) ? laterOf(attempt, limit) : attempt.deadline;
  const more = deadline.getTime() - attempt.deadline.getTime();
  const { recall, rest } = attempt;
  return {
    ...attempt,
    deadline,
    endsAt: endOf(deadline, terms.policy),
    rest: { ...rest, leftMs: rest.leftMs + moreRest },
    recall: recall === null || recall.endedAt !== null ? recall : { ...recall, leftMs: recall.leftMs + more },
    terms: { ...terms, limitMinutes: limit, adjustment: adjustment ?? terms.adjustment, fixedTime },
  };
}

/** ASM-85: throws unless the attempt may still be given time: it is open and not over, or suspended. */
export function mustStillRun(attempt: Attempt, now: Date): void {
  const runs = attempt.state === 'SUSPENDED' || (attempt.state === 'OPEN' && !isOver(attempt, now));
  if (!runs) throw refusal('ATTEMPT_NOT_RUNNING');
}

/** The later of the deadline it has and start + limit + what the clock has stood. */
function laterOf(attempt: Attempt, limitMinutes: number): Date {
  const stood = attempt.pauses.reduce(
    (total, { from, until }) => total + (until.getTime() - from.getTime()),
    0,
  );
  const { startedAt, until } = attempt.rest;
  const standing = startedAt === null || until === null ? 0 : until.getTime() - startedAt.getTime();
  const own = attempt.startedAt.getTime() + limitMinutes * MINUTE_MS + stood + standing;
  return new Date(Math.max(own, attempt.deadline.getTime()));
}
