import type { Absence, Posting } from '@app/identity';
import { addDays, type CalendarDate, daysBetween, holdsOn } from '@app/platform/clock/calendar.js';

/** What is known of a person's days: leave, and the shift patterns of their postings. */
export interface Days {
  readonly absences: readonly Pick<Absence, 'from' | 'to' | 'clockStopped'>[];
  readonly postings: readonly Pick<Posting, 'from' | 'to' | 'shiftPattern'>[];
}

/** Nobody is waited for longer than this: whoever is away for good is reminded of nothing until they are back. */
const MOST_DAYS = 800;

/**
 * NTF-18. Whether a day counts for a person: not while leave stops the clock, nor on a rest day of the only patterns they have. A
 * pattern such as `2-2-2-4` is so many days of each duty and, last, of rest, over and over from the posting's first day. Where
 * no pattern is held, or none that reads so, every day counts.
 */
export function isOnDuty({ absences, postings }: Days, day: CalendarDate): boolean {
  if (absences.some((absence) => absence.clockStopped && holdsOn(absence, day))) return false;
  const held = postings.filter((posting) => holdsOn(posting, day));
  return held.length === 0 || held.some((posting) => !isRestDay(posting, day));
}

/** NTF-18. So many days on duty after a day, or before it; 0: that day or the next on duty. Null when that is never. */
export function dutyDay(from: CalendarDate, days: number, known: Days): CalendarDate | null {
  const step = days < 0 ? -1 : 1;
  let [day, left] = [from, Math.abs(days)];
  if (left === 0 && isOnDuty(known, day)) return day;
  for (let walked = 0; walked < MOST_DAYS; walked++) {
    day = addDays(day, step);
    if (isOnDuty(known, day)) left -= 1;
    if (left <= 0 && isOnDuty(known, day)) return day;
  }
  return null;
}

function isRestDay({ from, shiftPattern }: Days['postings'][number], day: CalendarDate): boolean {
  const pattern = patternOf(shiftPattern);
  if (pattern === null) return false;
  return daysBetween(from, day) % (pattern.duty + pattern.rest) >= pattern.duty;
}

function patternOf(text: string | null): { duty: number; rest: number } | null {
  if (text === null || !/^\d{1,2}(-\d{1,2})+$/.test(text)) return null;
  const parts = text.split('-').map(Number);
  const rest = parts.at(-1) ?? 0;
  const duty = parts.slice(0, -1).reduce((sum, days) => sum + days, 0);
  return duty > 0 && rest > 0 ? { duty, rest } : null;
}
