import { type CalendarDate, londonDate, startOfLondonDay } from '@app/platform/clock/calendar.js';

/** A calendar date as the number of days since 1 January 1970: what cover is reckoned in, since millions of days are compared. */
export type Day = number;

/** Later than every day: without end. Dates from 2149-06-06 on count as without end, those before 1970 as its first day. */
export const FOREVER: Day = 0xffff;

const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;
const MOST_KEPT = 200_000;

const texts: CalendarDate[] = [];
const years = new Int16Array(FOREVER + 1);
const months = new Int8Array(FOREVER + 1);
const daysOfMonth = new Int8Array(FOREVER + 1);
for (let day = 0; day <= FOREVER; day++) {
  const date = new Date(day * DAY_MS);
  years[day] = date.getUTCFullYear();
  months[day] = date.getUTCMonth() + 1;
  daysOfMonth[day] = date.getUTCDate();
}

/** The day of a date; null is without end. */
export function dayOf(date: CalendarDate | null): Day {
  if (date === null) return FOREVER;
  const day = Date.UTC(digits(date, 0, 4), digits(date, 5, 7) - 1, digits(date, 8, 10)) / DAY_MS;
  return Math.min(Math.max(day, 0), FOREVER);
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let place = from; place < to; place++) value = value * 10 + text.charCodeAt(place) - 48;
  return value;
}

/** The date of a day. */
export function dateOf(day: Day): CalendarDate {
  const known = texts[day];
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10) as CalendarDate;
  texts[day] = text;
  return text;
}

/** Year, month (1–12) and day of the month of a day. */
export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  return { year: years[day] ?? 0, month: months[day] ?? 0, dayOfMonth: daysOfMonth[day] ?? 0 };
}

const daysByQuarter = new Map<number, Day>();

/** The day that London's calendars show at an instant. */
export function dayOfInstant(at: Date): Day {
  const quarter = Math.floor(at.getTime() / QUARTER_MS);
  const known = daysByQuarter.get(quarter);
  if (known !== undefined) return known;
  if (daysByQuarter.size > MOST_KEPT) daysByQuarter.clear();
  const day = dayOf(londonDate(at));
  daysByQuarter.set(quarter, day);
  return day;
}

const lastInstants: Date[] = [];

/** The last millisecond of a day in London. */
export function endOfDay(day: Day): Date {
  const known = lastInstants[day];
  if (known !== undefined) return known;
  const end = new Date(startOfLondonDay(dateOf(day + 1)).getTime() - 1);
  lastInstants[day] = end;
  return end;
}
