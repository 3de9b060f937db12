import { addDays, addMonths, type CalendarDate, daysBetween } from '@app/platform/clock/calendar.js';
import type { CertificationRule } from './rule.js';

/** Leave that stops the clock, both days included; `to` null while nobody knows its end. */
export interface Leave {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** What the last valid day of a completion depends on besides the rule. */
export interface Completion {
  readonly on: CalendarDate;
  /** When the person was to be certified first; null when nobody set a date. */
  readonly dueOn: CalendarDate | null;
  /** The day of their very first completion; null when this is it. */
  readonly firstOn: CalendarDate | null;
  /** The cycle that this one renews; null for the first, and when the one before was withdrawn. */
  readonly previous: {
    /** Its last valid day, extension included. */
    readonly expires: CalendarDate;
    /** Its last valid day without extension: where the next cycle is counted from, so that it does not drift. */
    readonly baseline: CalendarDate;
  } | null;
}

/** CRT-33. The last valid day of a completion, included: calendar months, clamped to the month's end. */
export function expiresAfter(rule: CertificationRule, completion: Completion): CalendarDate {
  if (rule.expiry === 'EXPIRY') return addMonths(expiryBase(completion), rule.activeMonths);
  if (rule.expiry === 'FIXED') return nextFixed(rule, completion);
  return addMonths(completion.on, rule.activeMonths);
}

/** On time: where the previous cycle ended, or where the first was due. Late, either way: the day of the work. */
function expiryBase({ on, dueOn, previous }: Completion): CalendarDate {
  if (previous !== null) return on <= previous.expires ? previous.baseline : on;
  return dueOn !== null && on <= dueOn ? dueOn : on;
}

/**
 * The first of the fixed dates after the completion, or the one after it where that would leave less than the minimum. The
 * dates are counted from the base each time, never from one another: 29 February and the 31st come back.
 */
function nextFixed(rule: CertificationRule, { on, dueOn, firstOn }: Completion): CalendarDate {
  const base = dueOn ?? firstOn ?? on;
  const fixed = (periods: number) => addMonths(base, periods * rule.activeMonths);
  let periods = 0;
  while (fixed(periods) <= on) periods++;
  return fixed(periods) < addMonths(on, rule.minimumActiveMonths) ? fixed(periods + 1) : fixed(periods);
}

/**
 * CRT-35. A day, moved by the leave that began on or before it and after `since`: day for day, since the clock stood. Leave
 * without an end counts up to today. Leave that begins after the day moves nothing: it had already come.
 */
export function movedByLeave(
  day: CalendarDate,
  leaves: readonly Leave[],
  { since, today }: { since: CalendarDate; today: CalendarDate },
): CalendarDate {
  const inOrder = [...leaves].sort((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.reduce((moved, { from, to }) => {
    const first = from > since ? from : addDays(since, 1);
    const last = to ?? today;
    return first > last || first > moved ? moved : addDays(moved, daysBetween(first, last) + 1);
  }, day);
}
