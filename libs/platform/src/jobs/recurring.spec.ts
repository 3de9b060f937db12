import { describe, expect, it } from '@jest/globals';
import { defineRecurring, nextRun } from './recurring.js';

const at = (instant: string) => new Date(instant);
const next = (rhythm: Parameters<typeof nextRun>[0], now: string) => nextRun(rhythm, at(now)).toISOString();

describe('nextRun', () => {
  it.each([
    ['later on the same day', '02:30', '2026-11-23T01:00:00Z', '2026-11-23T02:30:00.000Z'],
    ['the instant itself is over', '02:30', '2026-11-23T02:30:00Z', '2026-11-24T02:30:00.000Z'],
    ['summer time is an hour earlier in UTC', '02:30', '2026-07-01T12:00:00Z', '2026-07-02T01:30:00.000Z'],
    // Clocks go from 01:00 to 02:00 on 29 March 2026: 01:30 does not exist, and what stands for it is 02:30 BST.
    ['the hour that does not exist', '01:30', '2026-03-28T12:00:00Z', '2026-03-29T01:30:00.000Z'],
    // Clocks go back from 02:00 to 01:00 on 25 October 2026: the first 01:30 is in summer time.
    ['the hour that exists twice: the first', '01:30', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00.000Z'],
    ['the hour that exists twice: once only', '01:30', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00.000Z'],
    ['the end of a year', '00:00', '2026-12-31T23:59:59Z', '2027-01-01T00:00:00.000Z'],
  ])('daily: %s', (_what, dailyAt, now, expected) => {
    expect(next({ dailyAt }, now)).toBe(expected);
  });

  it('counts minutes from now, however long nothing ran', () => {
    expect(next({ everyMinutes: 15 }, '2026-11-23T09:07:30Z')).toBe('2026-11-23T09:22:30.000Z');
  });
});

describe('defineRecurring', () => {
  it.each([{ dailyAt: '24:00' }, { dailyAt: '3:00' }, { everyMinutes: 0 }, { everyMinutes: 1.5 }])(
    'refuses %j',
    (rhythm) => {
      const define = () =>
        defineRecurring({ name: 'test.never', queue: 'timed', description: 'never', rhythm });
      expect(define).toThrow(RangeError);
    },
  );
});
