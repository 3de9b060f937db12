import { addDays, addMonths, type CalendarDate } from '@app/platform/clock/calendar.js';
import { type Leave, movedByLeave } from '../certification/expiry.js';
import type { DueRule } from './assignment-rule.js';
import type { Caught } from './audience.js';

/** What a due date follows from besides its rule. */
export interface DueGround {
  readonly caught: Caught;
  /** The first day of the rule. */
  readonly startsOn: CalendarDate;
  /** The day on which the rule caught the person. */
  readonly caughtOn: CalendarDate;
  readonly leaves: readonly Leave[];
  readonly today: CalendarDate;
}

/**
 * CRT-63, CRT-64. The last day in time, included; null: none. Calendar months after the base, clamped to the month's end, then
 * days; leave that stops the clock moves it day for day. An award's last valid day has its leave in it already.
 */
export function dueDateOf(due: DueRule, { caught, startsOn, caughtOn, leaves, today }: DueGround) {
  if (due === null) return null;
  if (due.kind === 'fixed') return movedByLeave(due.on, leaves, { since: caughtOn, today });
  const bases = { posting: caught.postingFrom, rule: startsOn, expiry: caught.expires };
  const base: CalendarDate | null = bases[due.base];
  if (base === null) return null;
  const day = addDays(addMonths(base, due.months), due.days);
  return due.base === 'expiry' ? day : movedByLeave(day, leaves, { since: base, today });
}
