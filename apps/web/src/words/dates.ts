import { Temporal } from 'temporal-polyfill';
import type { Language } from './words.js';

const LONDON = 'Europe/London';
const LOCALE: Record<Language, string> = { en: 'en-GB', cy: 'cy' };

/** A calendar date (`YYYY-MM-DD`) as an officer writes it: 3 October 2026. */
export function dateInWords(language: Language, date: string): string {
  const format = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

/** An instant's day in London: 3 October 2026. */
export function dayInWords(language: Language, instant: string): string {
  return new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: LONDON }).format(
    new Date(instant),
  );
}

/** An instant's time of day in London, 24 hours: 14:05. */
export function timeInWords(instant: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: LONDON,
  });
  return format.format(new Date(instant));
}

/** An instant in London, day and time: 3 October 2026, 14:05. */
export function dateTimeInWords(language: Language, instant: string): string {
  return `${dayInWords(language, instant)}, ${timeInWords(instant)}`;
}

/** Reads a day, a month and a year as a form gives them; undefined when there is no such day. */
export function dateFromParts(day: string, month: string, year: string): string | undefined {
  if (![day, month].every((part) => /^\d{1,2}$/.test(part)) || !/^\d{4}$/.test(year)) return undefined;
  try {
    const parts = { day: Number(day), month: Number(month), year: Number(year) };
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/**
 * The instant at which London's clocks show this time on this day. Where the hour occurs twice (October) the first is
 * meant; where it does not occur (March), the time an hour later. Undefined when the text is no time of day.
 */
export function londonInstant(date: string, time: string): string | undefined {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time);
  if (match === null) return undefined;
  const clock = Temporal.PlainTime.from({ hour: Number(match[1]), minute: Number(match[2]) });
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: LONDON, plainTime: clock });
  return new Date(zoned.epochMilliseconds).toISOString();
}
