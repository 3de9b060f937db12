import { Temporal } from 'temporal-polyfill';

declare const calendarDate: unique symbol;

/** A calendar date in Europe/London as `YYYY-MM-DD`. Validity periods are dates, never instants; compare with `<`. */
export type CalendarDate = string & { readonly [calendarDate]: true };

const LONDON = 'Europe/London';

/** Reads a calendar date; undefined when the text is not a date that exists (31 February, 2026-13-01, a time). */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as CalendarDate;
  } catch {
    return undefined;
  }
}

/** As `parseCalendarDate`, for literals and stored values: throws when the text is no date. */
export function calendarDateOf(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new RangeError(`Not a calendar date: ${text}`);
  return date;
}

const QUARTER_MS = 15 * 60 * 1000;
let lastQuarter = { number: Number.NaN, date: '' as CalendarDate };

/** The date that a wall calendar in London shows at this instant. */
export function londonDate(instant: Date): CalendarDate {
  // Days begin and clocks change on a quarter of an hour, so within one the date is the same: nearly every call asks for now.
  const number = Math.floor(instant.getTime() / QUARTER_MS);
  if (number !== lastQuarter.number) lastQuarter = { number, date: dateInLondon(instant) };
  return lastQuarter.date;
}

function dateInLondon(instant: Date): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(LONDON)
    .toPlainDate()
    .toString() as CalendarDate;
}

/** The instant at which this date begins in London. */
export function startOfLondonDay(date: CalendarDate): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(LONDON).epochMilliseconds);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A date as days since 1970. Arithmetic of dates is done on numbers: whole forces are worked through day by day. */
function dayNumber(date: CalendarDate): number {
  const number = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  if (Number.isNaN(number)) throw new RangeError(`Not a calendar date: ${date}`);
  return number;
}

function dateOfDay(number: number): CalendarDate {
  return new Date(number * DAY_MS).toISOString().slice(0, -14) as CalendarDate;
}

/** Calendar months later (or earlier), clamped to the month's end: 31 January + 1 month is 28 or 29 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const from = new Date(dayNumber(date) * DAY_MS);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  // Day 0 of the month after is the month's last.
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dateOfDay(Date.UTC(year, month, Math.min(from.getUTCDate(), last)) / DAY_MS);
}

/** Days later, or earlier when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The earlier of two dates; null means "no end" and is later than any date. */
export function earlierOf(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null) return b;
  if (b === null) return a;
  return a < b ? a : b;
}

/** Whether a period holds on a day. Both ends are included; `to` null means without end. */
export function holdsOn(period: { from: CalendarDate; to: CalendarDate | null }, day: CalendarDate): boolean {
  return period.from <= day && (period.to === null || day <= period.to);
}

/** The instant at which London's clocks show this time (`HH:MM`) on this date; in the missing hour of spring, an hour later. */
export function instantInLondon(date: CalendarDate, time: string): Date {
  const plainTime = Temporal.PlainTime.from(time);
  return new Date(
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: LONDON, plainTime }).epochMilliseconds,
  );
}

/** The time that London's clocks show at this instant, `HH:MM`. */
export function londonTime(instant: Date): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(LONDON);
  return zoned.toPlainTime().toString({ smallestUnit: 'minute' });
}
