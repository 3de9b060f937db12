import { addDays, calendarDateOf, holdsOn } from '@app/platform/clock/calendar.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { difference, intersection, type Span, union } from './span.js';
import { addSpans, type Changes, countOn, countsOver, stepsAfter } from './steps.js';

const start = calendarDateOf('2026-11-01');
const days = Array.from({ length: 60 }, (_, index) => addDays(start, index));
const span = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.option(fc.integer({ min: 0, max: 20 }))).map(
  ([from, length]): Span => ({
    from: addDays(start, from),
    to: length === null ? null : addDays(start, from + length),
  }),
);
const spans = fc.array(span, { maxLength: 6 });
const has = (list: readonly Span[], day: (typeof days)[number]) => list.some((one) => holdsOn(one, day));

describe('spans of days', () => {
  it('of a union hold on exactly the days that one of its spans holds on, and neither touch nor overlap', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const joined = union(list);
        for (const day of days) expect(has(joined, day)).toBe(has(list, day));
        joined.slice(1).forEach((next, index) => {
          const last = joined[index]?.to ?? null;
          expect(last !== null && addDays(last, 1) < next.from).toBe(true);
        });
      }),
    );
  });

  it('of an intersection and of a difference hold on exactly the days that they should', () => {
    fc.assert(
      fc.property(spans, spans, (left, right) => {
        const both = intersection(union(left), union(right));
        const rest = difference(union(left), union(right));
        for (const day of days) {
          expect(has(both, day)).toBe(has(left, day) && has(right, day));
          expect(has(rest, day)).toBe(has(left, day) && !has(right, day));
        }
      }),
    );
  });
});

describe('steps of a count', () => {
  it('give each day’s count of spans, in any order of adding, with adding and taking away leaving no trace', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 8 }), spans, (people, gone) => {
        const add = (list: readonly (readonly Span[])[], sign: 1 | -1): Changes => {
          const changes: Changes = new Map();
          for (const one of list) addSpans(changes, union(one), sign);
          return changes;
        };
        const direct = stepsAfter([], add(people, 1));
        const detour = stepsAfter(
          stepsAfter(stepsAfter([], add([gone], 1)), add(people.toReversed(), 1)),
          add([gone], -1),
        );
        expect(detour).toEqual(direct);
        for (const day of days)
          expect(countOn(direct, day)).toBe(people.filter((one) => has(one, day)).length);
        expect(direct.every(({ change }) => change !== 0)).toBe(true);
      }),
    );
  });

  it('are read over a period from its first day to its last', () => {
    const steps = [
      { on: calendarDateOf('2026-11-01'), change: 2 },
      { on: calendarDateOf('2026-11-10'), change: -1 },
      { on: calendarDateOf('2026-11-20'), change: 4 },
    ];
    expect(
      countsOver(steps, { from: calendarDateOf('2026-11-05'), to: calendarDateOf('2026-11-20') }),
    ).toEqual([
      { on: '2026-11-05', count: 2 },
      { on: '2026-11-10', count: 1 },
      { on: '2026-11-20', count: 5 },
    ]);
    expect(countsOver([], { from: start, to: start })).toEqual([{ on: start, count: 0 }]);
  });
});
