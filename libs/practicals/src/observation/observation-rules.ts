import { addMonths, type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import type { Observation, ObservationOutcome, ObservationState, ObservationTerms } from './observation.js';
import { refusal } from './refusals.js';
import type { SheetContent } from './sheet.js';

const HOUR_MS = 3_600_000;
const SHORTEST_REASON = 10;
const LONGEST_REASON = 2000;

/**
 * PRA-09: what a sheet comes to: the share of criteria that were seen, in whole numbers, rounded once to the nearest hundredth, a half
 * up. Passing is decided before: every critical criterion was seen, and at least the brief's share of all.
 */
export function outcomeOf(
  { startedAt, ticks }: Pick<SheetContent, 'startedAt' | 'ticks'>,
  terms: Pick<ObservationTerms, 'criteria' | 'passPercent' | 'validityMonths'>,
): ObservationOutcome {
  const seenKeys = new Set(ticks.filter(({ seen }) => seen).map(({ criterion }) => criterion));
  const { criteria, passPercent, validityMonths } = terms;
  const criticalMissed = criteria
    .filter(({ key, critical }) => critical && !seenKeys.has(key))
    .map(({ key }) => key);
  const all = criteria.length;
  const seen = criteria.filter(({ key }) => seenKeys.has(key)).length;
  const percent = Math.floor((2 * seen * 10_000 + all) / (2 * all)) / 100;
  const on = londonDate(startedAt);
  return {
    ...{
      percent,
      passed: criticalMissed.length === 0 && seen * 100 >= passPercent * all,
      criticalMissed,
      on,
    },
    lastValidDay: validityMonths === null ? null : addMonths(on, validityMonths),
  };
}

/** What of other observations at the component decides whether another may be. */
export type ObservationHead = Pick<Observation, 'state' | 'outcome'> & {
  readonly sheet: Pick<SheetContent, 'startedAt'> | null;
};

const OPEN = new Set<ObservationState>(['PLANNED', 'RECORDED', 'SIGNED', 'DISPUTED']);
const UNDECIDED = new Set<ObservationState>(['SIGNED', 'DISPUTED']);

type Goes = Pick<ObservationTerms, 'maxAttempts' | 'coolDownHours'>;

/** PRA-03: refuses a plan while another go is under way, and whatever `mayCount` refuses for the time that is planned. */
export function mayPlan(others: readonly ObservationHead[], terms: Goes, startsAt: Date): void {
  if (others.some(({ state }) => OPEN.has(state))) throw refusal('OBSERVATION_OPEN');
  mayCount(others, terms, startsAt);
}

/**
 * PRA-03: refuses a go beside these others of the enrolment: while one of them waits for its candidate or a decision, after a pass that
 * still counts, beyond the last attempt, or within the cool-down after an earlier one.
 */
export function mayCount(others: readonly ObservationHead[], terms: Goes, startedAt: Date): void {
  if (others.some(({ state }) => UNDECIDED.has(state))) throw refusal('OBSERVATION_OPEN');
  const released = others.filter(({ state }) => state === 'RELEASED');
  if (released.some(({ outcome }) => stillCounts(outcome, londonDate(startedAt))))
    throw refusal('OBSERVATION_ALREADY_PASSED');
  if (released.length >= terms.maxAttempts)
    throw refusal('OBSERVATION_ATTEMPTS_USED', { facts: { max: terms.maxAttempts } });
  const before = released.flatMap(({ sheet }) => sheet?.startedAt ?? []).filter((at) => at <= startedAt);
  const last = Math.max(...before.map((at) => at.getTime()));
  const from = new Date(last + terms.coolDownHours * HOUR_MS);
  if (before.length > 0 && startedAt < from) throw refusal('OBSERVATION_COOLING_DOWN', { facts: { from } });
}

/** PRA-17: whether a pass counts on a day. */
function stillCounts(outcome: ObservationOutcome | null, day: CalendarDate): boolean {
  if (outcome === null || !outcome.passed) return false;
  return outcome.lastValidDay === null || day <= outcome.lastValidDay;
}

/** PRA-12, PRA-13, PRA-14, PRA-15: a reason of 10 to 2,000 characters, without the spaces around it. */
export function checkedReason(reason: string): string {
  const text = reason.trim();
  if (text.length < SHORTEST_REASON || text.length > LONGEST_REASON)
    throw refusal('OBSERVATION_REASON_MISSING', { field: 'reason' });
  return text;
}
