import type { PersonId } from '@app/platform/context/request-context.js';
import type { Attempt } from './attempt.js';
import { moveAttempt } from './attempt.js';
import { endOf } from './attempt-rules.js';
import type { RecallAsker } from './pause.js';
import { refusal } from './pause-refusals.js';

const HOUR_MS = 3_600_000;
/** How long a recall waits for a supervisor's word before the clock is taken to have run on. */
export const CONFIRM_WITHIN_HOURS = 72;
/** How long a confirmed recall may last before what was saved is handed in. */
export const AWAY_AT_MOST_HOURS = 28 * 24;

/** When the rest that is under way ends by itself; null when none is. */
export function restingUntil(attempt: Pick<Attempt, 'rest'>, now: Date): Date | null {
  const { until } = attempt.rest;
  return until !== null && now < until ? until : null;
}

/** ASM-89: the attempt with its clock stopped from now on, for all that is left of its rests at most. */
export function startRest(attempt: Attempt, now: Date): Attempt {
  mustRun(attempt);
  if (restingUntil(attempt, now) !== null) return attempt;
  const settled = settleRest(attempt);
  const { leftMs } = settled.rest;
  if (leftMs <= 0) throw refusal('NO_REST_LEFT');
  const until = new Date(now.getTime() + leftMs);
  return { ...moveDeadline(settled, leftMs), rest: { leftMs: 0, startedAt: now, until } };
}

/** ASM-89: the attempt with its clock going on from now; what was not rested is left for another time. */
export function endRest(attempt: Attempt, now: Date): Attempt {
  const { until, startedAt } = attempt.rest;
  if (until === null || startedAt === null || now >= until) return settleRest(attempt);
  const leftMs = until.getTime() - now.getTime();
  const pauses = [...attempt.pauses, { kind: 'REST' as const, from: startedAt, until: now }];
  return { ...moveDeadline(attempt, -leftMs), pauses, rest: { leftMs, startedAt: null, until: null } };
}

/** The attempt with a rest that has ended by itself written down as over. */
function settleRest(attempt: Attempt): Attempt {
  const { until, startedAt, leftMs } = attempt.rest;
  if (until === null || startedAt === null) return attempt;
  const pauses = [...attempt.pauses, { kind: 'REST' as const, from: startedAt, until }];
  return { ...attempt, pauses, rest: { leftMs, startedAt: null, until: null } };
}

/** The attempt with deadline and end moved by so many milliseconds. */
export function moveDeadline(attempt: Attempt, byMs: number): Attempt {
  const deadline = new Date(attempt.deadline.getTime() + byMs);
  return { ...attempt, deadline, endsAt: endOf(deadline, attempt.terms.policy) };
}

/** ASM-90: the attempt with its clock stopped for a recall; a rest ends with it. Confirmed already where a supervisor asks. */
export function suspend(attempt: Attempt, by: { personId: PersonId; as: RecallAsker; now: Date }): Attempt {
  if (attempt.state === 'SUSPENDED') return attempt;
  mustRun(attempt);
  const { personId, as, now } = by;
  const awake = endRest(attempt, now);
  const leftMs = awake.deadline.getTime() - now.getTime();
  if (leftMs <= 0) throw refusal('ATTEMPT_STANDS_STILL');
  const confirmed =
    as === 'supervisor'
      ? { confirmedBy: personId, confirmedAt: now }
      : { confirmedBy: null, confirmedAt: null };
  const recall = {
    askedBy: personId,
    askedAs: as,
    at: now,
    leftMs,
    ...confirmed,
    endedAt: null,
    drawId: null,
  };
  return { ...moveAttempt(awake, 'SUSPENDED'), recall };
}

/** ASM-91: the recall confirmed. By nobody who asked for it, and never by the candidate. */
export function confirm(attempt: Attempt, by: PersonId, now: Date): Attempt {
  const recall = suspendedRecall(attempt);
  if (recall.confirmedBy !== null) return attempt;
  if (by === attempt.personId) throw refusal('RECALL_OWN');
  if (by === recall.askedBy) throw refusal('RECALL_OWN');
  return { ...attempt, recall: { ...recall, confirmedBy: by, confirmedAt: now } };
}

/** ASM-92: the attempt as though nobody had asked for a recall: open, with the deadline it had all the while. */
export function undoRecall(attempt: Attempt, now: Date): Attempt {
  const recall = suspendedRecall(attempt);
  if (recall.confirmedBy !== null) throw refusal('RECALL_CONFIRMED');
  return { ...moveAttempt(attempt, 'OPEN'), recall: { ...recall, endedAt: now } };
}

/** ASM-93: the attempt running on, with as much time as was left when the clock stopped. */
export function goOn(attempt: Attempt, now: Date): Attempt {
  const recall = suspendedRecall(attempt);
  if (recall.confirmedBy === null) throw refusal('RECALL_UNCONFIRMED');
  const deadline = new Date(now.getTime() + recall.leftMs);
  const pauses = [...attempt.pauses, { kind: 'RECALL' as const, from: recall.at, until: now }];
  return {
    ...moveAttempt(attempt, 'OPEN'),
    ...{ deadline, endsAt: endOf(deadline, attempt.terms.policy), pauses },
    recall: { ...recall, endedAt: now },
  };
}

/** When a suspension is settled if nobody acts: unconfirmed after 72 hours, confirmed after 28 days. */
export function recallLapsesAt(attempt: Attempt): Date {
  const recall = suspendedRecall(attempt);
  const hours = recall.confirmedBy === null ? CONFIRM_WITHIN_HOURS : AWAY_AT_MOST_HOURS;
  return new Date(recall.at.getTime() + hours * HOUR_MS);
}

/** The recall of a suspended attempt, or ASM-91 when it is not suspended. */
export function suspendedRecall(attempt: Attempt) {
  if (attempt.state !== 'SUSPENDED' || attempt.recall === null) throw refusal('RECALL_NONE');
  return attempt.recall;
}

function mustRun(attempt: Attempt): void {
  if (attempt.state === 'SUSPENDED') throw refusal('ATTEMPT_SUSPENDED');
  if (attempt.state !== 'OPEN') throw refusal('ATTEMPT_STANDS_STILL');
}
