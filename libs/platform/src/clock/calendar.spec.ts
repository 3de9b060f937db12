import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  calendarDateOf,
  daysBetween,
  holdsOn,
  londonDate,
  parseCalendarDate,
  startOfLondonDay,
} from './calendar.js';

describe('calendar dates', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28', 'January has 31 days, February 28'],
    ['2028-01-31', 1, '2028-02-29', 'a leap year'],
    ['2028-02-29', 12, '2029-02-28', '29 February has no anniversary in 2029'],
    ['2026-10-31', 1, '2026-11-30', 'November has 30 days'],
    ['2026-11-23', 12, '2027-11-23', 'the plain case'],
    ['2026-03-31', -1, '2026-02-28', 'backwards'],
  ])('%s and %i months is %s: %s', (from, months, to) => {
    expect(addMonths(calendarDateOf(from), months)).toBe(to);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00:00Z', 'tomorrow', ''])(
    '%p is no date',
    (text) => {
      expect(parseCalendarDate(text)).toBeUndefined();
    },
  );

  it.each([
    ['2026-06-30T23:30:00Z', '2026-07-01', 'summer time is an hour ahead of UTC'],
    ['2026-12-31T23:30:00Z', '2026-12-31', 'winter time is UTC'],
    ['2026-03-29T00:59:59Z', '2026-03-29', 'just before the hour that does not exist'],
  ])('at %s London shows %s: %s', (instant, day) => {
    expect(londonDate(new Date(instant))).toBe(day);
  });

  it('begins a summer day at 23:00 UTC of the day before', () => {
    expect(startOfLondonDay(calendarDateOf('2026-07-01')).toISOString()).toBe('2026-06-30T23:00:00.000Z');
  });

  it('counts days across the change of clocks', () => {
    expect(daysBetween(calendarDateOf('2026-03-28'), calendarDateOf('2026-03-30'))).toBe(2);
  });

  it('reckons as Temporal does, from the 29th to the 31st of every month of a leap year and the one before', () => {
    const wrong: string[] = [];
    for (let day = calendarDateOf('2027-01-01'); day < '2029-01-01'; day = addDays(day, 1)) {
      const plain = Temporal.PlainDate.from(day);
      for (const by of [-400, -31, -1, 0, 1, 12, 28, 120]) {
        if (addMonths(day, by) !== plain.add({ months: by }).toString()) wrong.push(`${day} ${by} months`);
        if (addDays(day, by) !== plain.add({ days: by }).toString()) wrong.push(`${day} ${by} days`);
        if (daysBetween(day, addDays(day, by)) !== by) wrong.push(`${day} ${by} between`);
      }
    }
    expect(wrong).toEqual([]);
    expect(() => addDays('2026-1-1' as never, 1)).toThrow(RangeError);
  });

  it('includes both ends of a period', () => {
    const period = { from: calendarDateOf('2026-01-01'), to: calendarDateOf('2026-01-31') };
    expect(
      ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((day) =>
        holdsOn(period, calendarDateOf(day)),
      ),
    ).toEqual([false, true, true, false]);
  });
});
