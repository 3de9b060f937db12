import { refusal } from '../refusals.js';
import { closed, type Sitting, stateAt } from '../sitting/sitting.js';
import type { AttemptTerms } from './attempt.js';
import { type AttemptHead, nextAttemptFrom } from './attempt-rules.js';

/** ASM-14, ASM-15, ASM-22: throws unless the window is open at this instant. */
export function isOpenNow(sitting: Sitting, now: Date): void {
  const state = stateAt(sitting, now);
  if (state === 'CANCELLED') throw refusal('SITTING_CANCELLED');
  if (state === 'CLOSED') throw closed(sitting);
  if (state === 'SCHEDULED') throw refusal('SITTING_NOT_OPEN', { facts: { opensAt: sitting.opensAt } });
}

/**
 * ASM-24, ASM-25, ASM-26: throws unless another attempt may start now, given those of this enrolment, first to last. An
 * abandoned attempt is used up like any other. What is not released yet tells nothing, so only a released pass refuses.
 */
export function mayTryAgain(
  earlier: readonly AttemptHead[],
  terms: Pick<AttemptTerms, 'maxAttempts' | 'coolDownHours'>,
  now: Date,
): void {
  if (earlier.some(({ state, marks }) => state === 'RELEASED' && marks?.passed === true))
    throw refusal('ALREADY_PASSED');
  if (usedUp(earlier).length >= terms.maxAttempts)
    throw refusal('NO_ATTEMPTS_LEFT', { facts: { max: terms.maxAttempts } });
  const from = nextFrom(earlier, terms.coolDownHours);
  if (from !== null && now < from) throw refusal('COOLING_DOWN', { facts: { from } });
}

/** ASM-99: those that count as used: all but the voided, unless they were voided for misconduct. */
export function usedUp<T extends Pick<AttemptHead, 'state' | 'voided'>>(earlier: readonly T[]): T[] {
  return earlier.filter(({ state, voided }) => state !== 'VOIDED' || voided?.isMisconduct === true);
}

/** When the next attempt may start, after the last one; null when there was none. */
export function nextFrom(earlier: readonly AttemptHead[], coolDownHours: number): Date | null {
  const last = usedUp(earlier).at(-1);
  if (last === undefined) return null;
  const { startedAt, finishedAt, terms } = last;
  return nextAttemptFrom({ startedAt, finishedAt, limitMinutes: terms.limitMinutes }, coolDownHours);
}
