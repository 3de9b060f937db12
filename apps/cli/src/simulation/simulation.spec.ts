import type { PersonId } from '@app/platform/context/request-context.js';
import { describe, expect, it } from '@jest/globals';
import { differencesOf, expectedAway, expectedDigests, missingFrom, monthsOf } from './compare.js';
import { daysAfter, londonHour, monthsAfter } from './days.js';
import type { Life } from './life.js';
import type { Lived } from './lived.js';
import { type Plot, plotOf } from './plot.js';
import { dayOfDoing, temperOf } from './temper.js';

const span = { from: '2027-01-04', to: '2029-01-03' };
const terms = { activeMonths: 12, windowMonths: 2 };

/** Done on time, renewed three days too late; worked out by hand. */
const plot: Plot = {
  ...{ temper: 'tardy', assignedOn: '2027-01-04', dueOn: '2027-03-05', leave: null },
  cycles: [
    { doneOn: '2027-02-28', opensOn: '2027-12-28', lastValidDay: '2028-02-28' },
    { doneOn: '2028-03-02', opensOn: '2029-01-02', lastValidDay: '2029-03-02' },
  ],
  steps: [
    { step: 'before-7', day: '2027-02-26', level: 0 },
    { step: 'overdue', day: '2028-02-29', level: 0 },
    { step: 'line-1', day: '2028-03-03', level: 1 },
  ],
  lapses: ['2028-02-29'],
};
const life = { personId: 'p' as PersonId, line: ['m'], plot } as unknown as Life;
const lived: Lived = {
  awards: ['2027-02-28 to 2028-02-28', '2028-03-02 to 2029-03-02'],
  steps: ['2027-02-26 before-7 (level 0)', '2028-02-29 overdue (level 0)', '2028-03-03 line-1 (level 1)'],
  lapses: ['2028-02-29'],
};

describe('the simulation’s own calendar', () => {
  it('clamps months and knows the leap day', () => {
    expect(monthsAfter('2027-12-31', 2)).toBe('2028-02-29');
    expect(monthsAfter('2028-02-29', 12)).toBe('2029-02-28');
    expect(monthsAfter('2027-01-15', -2)).toBe('2026-11-15');
    expect(daysAfter('2028-02-28', 2)).toBe('2028-03-01');
  });

  it('knows London’s summer: it began on 28 March 2027 and ended on 31 October', () => {
    expect(londonHour('2027-03-27', 8).toISOString()).toBe('2027-03-27T08:00:00.000Z');
    expect(londonHour('2027-03-28', 8).toISOString()).toBe('2027-03-28T07:00:00.000Z');
    expect(londonHour('2027-10-30', 8).toISOString()).toBe('2027-10-30T07:00:00.000Z');
    expect(londonHour('2027-10-31', 8).toISOString()).toBe('2027-10-31T08:00:00.000Z');
  });
});

describe('a plot', () => {
  it('is the same for the same seed, and of every temper there are some', () => {
    expect(plotOf(42, span, terms)).toEqual(plotOf(42, span, terms));
    const plots = Array.from({ length: 300 }, (_, seed) => plotOf(seed, span, terms));
    expect(new Set(plots.map(({ temper }) => temper)).size).toBe(4);
    expect(plots.some(({ leave }) => leave !== null)).toBe(true);
    expect(plots.some(({ lapses }) => lapses.length > 0)).toBe(true);
    expect(plots.some(({ steps }) => steps.some(({ level }) => level === 2))).toBe(true);
  });

  it('has each temper act when it says', () => {
    expect([0, 0.6, 0.85, 0.95].map(temperOf)).toEqual(['prompt', 'last-minute', 'tardy', 'never']);
    expect(dayOfDoing('prompt', '2027-01-04', '2027-03-05', 0)).toBe('2027-01-05');
    expect(dayOfDoing('last-minute', '2027-01-04', '2027-03-05', 0.99)).toBe('2027-02-27');
    expect(dayOfDoing('tardy', '2027-01-04', '2027-03-05', 0)).toBe('2027-03-07');
    expect(dayOfDoing('never', '2027-01-04', '2027-03-05', 0)).toBeNull();
  });
});

describe('the comparison', () => {
  it('finds nothing where everything is as it had to be', () => {
    expect(differencesOf(life, lived)).toEqual([]);
  });

  it('finds what is missing, what is there twice, and what is on another day', () => {
    const [first = '', ...steps] = lived.steps;
    expect(differencesOf(life, { ...lived, steps })).toEqual([`p: steps: ${first} did not happen`]);
    expect(differencesOf(life, { ...lived, steps: [first, ...lived.steps] })).toEqual([
      `p: steps: ${first} happened, and ought not to have`,
    ]);
    expect(differencesOf(life, { ...lived, lapses: ['2028-03-01'] })).toHaveLength(2);
    expect(differencesOf(life, { ...lived, awards: lived.awards.slice(1) })).toHaveLength(1);
    expect(differencesOf(life)).toHaveLength(6);
  });

  it('expects one digest a day for each manager, and none above the top of the line', () => {
    const other = { ...life, personId: 'q' as PersonId };
    const higher = { ...life, plot: { ...plot, steps: [{ step: 'line-2', day: '2028-03-10', level: 2 }] } };
    expect(expectedDigests([life, other, higher as never])).toEqual(['m 2028-03-03']);
    expect(missingFrom(['a', 'b'], ['a', 'a', 'b'])).toEqual(['a']);
  });

  it('counts by month what was found', () => {
    const none = { abstractionHours: 0 };
    expect(monthsOf([lived])).toEqual([
      { month: '2027-02', firstAwards: 1, renewals: 0, lapses: 0, reminders: 1, escalations: 0, ...none },
      { month: '2028-02', firstAwards: 0, renewals: 0, lapses: 1, reminders: 1, escalations: 0, ...none },
      { month: '2028-03', firstAwards: 0, renewals: 1, lapses: 0, reminders: 0, escalations: 1, ...none },
    ]);
  });

  it('counts hours away by month', () => {
    const away = [
      { personId: 'p', day: '2027-02-28', minutes: 120 },
      { personId: 'q', day: '2027-02-01', minutes: 90 },
    ];
    expect(monthsOf([], away).map(({ month, abstractionHours }) => [month, abstractionHours])).toEqual([
      ['2027-02', 3.5],
    ]);
  });

  it('expects as many away as the limit spares of a team, those on leave counted', () => {
    const first = { doneOn: '2027-02-28', opensOn: '2027-12-28', lastValidDay: '2028-02-28' };
    const wishing = { line: ['m'], teamId: 't', plot: { ...plot, leave: null, cycles: [first] } };
    const leave = { from: '2027-02-20', to: '2027-03-01' };
    const away = { ...wishing, plot: { ...plot, leave, cycles: [] } };
    const team = (some: readonly unknown[]) => some as readonly Life[];
    // Two of twenty may be away: of three who wish, two; with one on leave, one; and of nineteen one.
    const seventeen = Array.from({ length: 17 }, () => ({ ...wishing, plot: { ...plot, cycles: [] } }));
    const line = '2027-02-28 team t';
    expect(expectedAway(team([...seventeen, wishing, wishing, wishing]), 10)).toEqual([line, line]);
    expect(expectedAway(team([...seventeen, away, wishing, wishing]), 10)).toEqual([line]);
    expect(expectedAway(team([...seventeen, wishing, wishing]), 10)).toEqual([line]);
    // Leave begins when it is recorded, in the afternoon of its first day.
    const begins = { ...away, plot: { ...away.plot, leave: { ...leave, from: '2027-02-28' } } };
    expect(expectedAway(team([...seventeen, begins, wishing, wishing]), 10)).toEqual([line, line]);
    // Who runs the classes comes to none.
    expect(
      expectedAway(team([...seventeen, ...[1, 2, 3].map(() => ({ ...wishing, line: [] }))]), 10),
    ).toEqual([]);
  });
});
