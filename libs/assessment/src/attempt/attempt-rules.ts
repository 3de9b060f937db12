import type { Attempt, AttemptSummary } from './attempt.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** What an attempt's deadline comes from. */
export interface TimeAllowed {
  /** The base, adjusted (ASM-81). Not always whole. */
  readonly limitMinutes: number;
  /** The closing of the window, which cuts the limit; null where extra time was granted, which nothing cuts (ASM-82). */
  readonly closesAt: Date | null;
}

/** ASM-28, ASM-82: the earlier of start + limit and the closing of the window; `closesAt` null means that nothing cuts the limit. */
export function deadlineOf(startedAt: Date, allowed: TimeAllowed): Date {
  const limit = startedAt.getTime() + allowed.limitMinutes * MINUTE_MS;
  return new Date(allowed.closesAt === null ? limit : Math.min(limit, allowed.closesAt.getTime()));
}

/** When the attempt ends by itself: with GRACE so many minutes after the deadline, otherwise at it. */
export function endOf(deadline: Date, policy: Attempt['terms']['policy']): Date {
  const grace = policy.atDeadline === 'GRACE' ? policy.graceMinutes : 0;
  return new Date(deadline.getTime() + grace * MINUTE_MS);
}

/** Whether time is up for answering: the deadline itself is already too late. */
export function isLate(attempt: Pick<Attempt, 'deadline'>, now: Date): boolean {
  return now >= attempt.deadline;
}

/** Whether an open attempt has come to its end and must be closed by whoever looks at it. */
export function isOver(attempt: Pick<Attempt, 'state' | 'endsAt'>, now: Date): boolean {
  return attempt.state === 'OPEN' && now >= attempt.endsAt;
}

/**
 * ASM-25: the next attempt may start the cool-down after the last one ended, counted from the earlier of its finish and
 * start + limit, so that nobody waits longer because an attempt was closed late.
 */
export function nextAttemptFrom(
  last: { startedAt: Date; finishedAt: Date | null; limitMinutes: number },
  coolDownHours: number,
): Date {
  const limit = last.startedAt.getTime() + last.limitMinutes * MINUTE_MS;
  const ended = Math.min(last.finishedAt?.getTime() ?? limit, limit);
  return new Date(ended + coolDownHours * HOUR_MS);
}

/** An attempt without its paper and answers: what lists read. */
export type AttemptHead = Omit<
  Attempt,
  'paper' | 'answers' | 'enrolmentId' | 'writer' | 'seed' | 'revisions'
>;

/** What a list shows of an attempt at an instant: one whose time is up reads as closed before anybody has closed it. */
export function summaryOf(attempt: AttemptHead, now: Date): AttemptSummary {
  const isReleased = attempt.state === 'RELEASED';
  const over = isOver(attempt, now);
  const closedAs = attempt.terms.policy.atDeadline === 'SUBMIT' ? 'SUBMITTED' : 'ABANDONED';
  return {
    id: attempt.id,
    sittingId: attempt.sittingId,
    courseCode: attempt.courseCode,
    componentKey: attempt.componentKey,
    number: attempt.number,
    state: over ? closedAs : attempt.state,
    startedAt: attempt.startedAt,
    limitMinutes: attempt.terms.limitMinutes,
    finishedAt: over ? attempt.deadline : attempt.finishedAt,
    percent: isReleased ? (attempt.marks?.percent ?? null) : null,
    passed: isReleased ? (attempt.marks?.passed ?? null) : null,
  };
}
