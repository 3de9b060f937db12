import type { UnitId } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import type { Evidence } from '@app/standing';
import { describe, expect, it } from '@jest/globals';
import { Chance } from '../testing/random-events.js';
import { Columns, POSTED } from './columns.js';
import { type Day, dateOf, dayOf, FOREVER } from './day.js';
import { ANY, expand, type MovesByTally, tallyName } from './expand.js';
import type { PersonFacts } from './facts.js';
import { addMoves, cellOf, dayIn, type Moves, move, moveKey } from './moves.js';
import { packed, profileOf, unpacked, type View } from './profile.js';
import { difference, intersection, union } from './span.js';
import { addPart, pairsOf, partsOf, slotsOn } from './tally.js';
import { changesOf, madeAnew } from './tally-change.js';

const day = (text: string): Day => dayOf(calendarDateOf(text));
const ROLE = 'response-officer';
const unit = newId<UnitId>();
const top = newId<UnitId>();

function piece(level: 1 | 2 | 3 | 4, from: string, to: string, recorded = from): Evidence {
  return {
    ...{
      id: newId<Evidence['id']>(),
      forceId: newId<ForceId>(),
      personId: newId<PersonId>(),
      skillId: 'DEV-01',
    },
    ...{ level, kind: 'award', title: englishOnly('x'), sourceId: 's', certification: null, ended: null },
    ...{
      from: calendarDateOf(from),
      lastValidDay: calendarDateOf(to),
      recordedAt: new Date(`${recorded}T12:00:00Z`),
    },
  };
}

function posted(
  from: string,
  to: string | null,
  more: { roleId?: string; shift?: string | null; since?: Day } = {},
) {
  const { roleId = ROLE, shift = null, since = 0 } = more;
  const last = to === null ? FOREVER : day(to);
  return { path: [top, unit], roleId, shift, known: [{ since, from: day(from), to: last }] };
}

const someone = (facts: Partial<PersonFacts>): PersonFacts => ({
  ...{ personId: newId<PersonId>(), postings: [posted('2026-01-01', null)], absences: [], suspensions: [] },
  ...{ evidence: [piece(2, '2026-02-01', '2026-12-31')], authority: [] },
  ...facts,
});

/** [posted, in date at level 1, at level 2, at level 3] on a day. */
function counts(
  facts: PersonFacts,
  on: string,
  of: { view?: View; roleId?: string; shift?: string } = {},
): number[] {
  const columns = new Columns([]);
  const tallies: MovesByTally = new Map();
  expand(tallies, unpacked(packed(profileOf(facts))), { columns, times: 1 });
  const { view = 'now', roleId = ANY, shift = ANY } = of;
  const moves =
    tallies.get(tallyName({ view, unitId: unit, roleId, shift }))?.moves ?? new Map<number, number>();
  const numbers: number[] = [];
  for (const [key, by] of moves)
    if (dayIn(key) <= day(on)) numbers[cellOf(key)] = (numbers[cellOf(key)] ?? 0) + by;
  const whole = Array.from(numbers, (count: number | undefined) => count ?? 0);
  return [columns.count(whole, POSTED), ...[1, 2, 3].map((level) => columns.count(whole, 'DEV-01', level))];
}

describe('where and when a person counts', () => {
  it('CAP-02 posted, present and in date, first and last days included; the absent are posted still', () => {
    const away = { known: [{ since: 0, from: day('2026-03-01'), to: day('2026-03-02') }] };
    const facts = someone({ postings: [posted('2026-01-01', '2026-06-30')], absences: [away] });
    expect(counts(facts, '2026-01-31')).toEqual([1, 0, 0, 0]);
    expect(counts(facts, '2026-02-01')).toEqual([1, 1, 1, 0]);
    expect(counts(facts, '2026-03-02')).toEqual([1, 0, 0, 0]);
    expect(counts(facts, '2026-03-03')).toEqual([1, 1, 1, 0]);
    expect(counts(facts, '2026-06-30')).toEqual([1, 1, 1, 0]);
    expect(counts(facts, '2026-07-01')).toEqual([0, 0, 0, 0]);
  });

  it('CAP-03 at the level that standing says: a later piece lifts it and its end lets it fall back', () => {
    const facts = someone({
      evidence: [piece(1, '2026-02-01', '2026-12-31'), piece(3, '2026-05-01', '2026-05-31')],
    });
    expect(counts(facts, '2026-04-30')).toEqual([1, 1, 0, 0]);
    expect(counts(facts, '2026-05-31')).toEqual([1, 1, 1, 1]);
    expect(counts(facts, '2026-06-01')).toEqual([1, 1, 0, 0]);
  });

  it('CAP-04 the suspended count on no day, and on the days before it became known they did', () => {
    const facts = someone({ suspensions: [{ since: day('2026-04-01'), isSuspended: true }] });
    expect(counts(facts, '2026-03-01')).toEqual([1, 0, 0, 0]);
    expect(counts(facts, '2026-03-31', { view: 'past' })).toEqual([1, 1, 1, 0]);
    expect(counts(facts, '2026-04-01', { view: 'past' })).toEqual([1, 0, 0, 0]);
    const back = someone({
      suspensions: [...facts.suspensions, { since: day('2026-05-01'), isSuspended: false }],
    });
    expect(counts(back, '2026-04-15')).toEqual([1, 1, 1, 0]);
    expect(counts(back, '2026-04-15', { view: 'past' })).toEqual([1, 0, 0, 0]);
  });

  it('CAP-31 what is recorded later is no part of the day as known then', () => {
    const facts = someone({ evidence: [piece(2, '2026-02-01', '2026-12-31', '2026-08-01')] });
    expect(counts(facts, '2026-03-03')).toEqual([1, 1, 1, 0]);
    expect(counts(facts, '2026-03-03', { view: 'past' })).toEqual([1, 0, 0, 0]);
    expect(counts(facts, '2026-08-01', { view: 'past' })).toEqual([1, 1, 1, 0]);
  });

  it('CAP-30 once in any role and any shift, in each role, and in the sum of the shifts held on the day', () => {
    const postings = [
      posted('2026-01-01', null, { shift: 'B' }),
      posted('2026-04-01', '2026-04-30', { roleId: 'detective', shift: 'A' }),
    ];
    const facts = someone({ postings });
    expect(counts(facts, '2026-04-15')).toEqual([1, 1, 1, 0]);
    expect(counts(facts, '2026-04-15', { roleId: 'detective' })).toEqual([1, 1, 1, 0]);
    expect(counts(facts, '2026-04-15', { shift: 'B' })).toEqual([0, 0, 0, 0]);
    expect(counts(facts, '2026-04-15', { shift: 'A + B' })).toEqual([1, 1, 1, 0]);
    expect(counts(facts, '2026-05-01', { shift: 'B' })).toEqual([1, 1, 1, 0]);
    expect(counts(someone({}), '2026-05-01', { shift: 'B' })).toEqual([0, 0, 0, 0]);
  });
});

describe('days', () => {
  it('are dates and back, leap days and years before 1970 included', () => {
    for (const text of ['1970-01-01', '2024-02-29', '2026-11-23', '2100-03-01'])
      expect(dateOf(day(text))).toBe(text);
    expect(day('1969-12-31')).toBe(0);
    expect(dayOf(null)).toBe(FOREVER);
  });

  it('of spans are united, met and taken away', () => {
    const spans = (...pairs: [number, number][]) => pairs.map(([from, to]) => ({ from, to }));
    expect(union(spans([5, 7], [1, 2], [3, 4], [9, FOREVER]))).toEqual(spans([1, 7], [9, FOREVER]));
    expect(intersection(spans([1, 5], [8, FOREVER]), spans([4, 9]))).toEqual(spans([4, 5], [8, 9]));
    expect(difference(spans([1, 9]), spans([3, 4], [9, FOREVER]))).toEqual(spans([1, 2], [5, 8]));
  });
});

describe('a tally in its grains', () => {
  it.each([
    ['as one leaf', 20, 1],
    ['as leaves of years', 900, 3],
    ['as running sums', 6000, 7],
  ])('gives the count on any day, kept %s', (_, size, least) => {
    const chance = new Chance(size);
    const moves: Moves = new Map();
    const first = day('2024-12-15');
    for (let made = 0; made < size; made++)
      move(moves, moveKey(chance.below(40), first + chance.below(120)), 1 + chance.below(3));
    const parts = new Map(partsOf(pairsOf(moves)));
    expect(parts.size).toBeGreaterThanOrEqual(least);
    for (let on = first - 5; on < first + 130; on += 7) {
      const numbers: number[] = [];
      for (const { part, slot } of slotsOn(dateOf(on))) {
        const stored = parts.get(part);
        if (stored !== undefined) addPart(numbers, stored, { slot, day: on });
      }
      const plain = Array.from({ length: 40 }, () => 0);
      for (const [key, by] of moves)
        if (dayIn(key) <= on) plain[cellOf(key)] = (plain[cellOf(key)] ?? 0) + by;
      expect(plain.map((count, cell) => [count, numbers[cell] ?? 0]).filter(([a, b]) => a !== b)).toEqual([]);
    }
  });

  it('has the parts that follow from all its moves, whatever order they came in, as it grows and shrinks', () => {
    const chance = new Chance(5);
    const all: Moves = new Map();
    const kept = new Map<string, ReturnType<typeof partsOf>[number][1]>();
    for (let round = 0; round < 60; round++) {
      const change = round % 20 < 12 ? growth(chance) : shrinking(chance, all);
      addMoves(all, change);
      const changes = changesOf(change, (part) => kept.get(part) ?? null) ?? madeAnew(kept, change);
      for (const { part, after } of changes) {
        if (after === null) kept.delete(part);
        else kept.set(part, after);
      }
      const sorted = (parts: Iterable<[string, unknown]>) => [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
      expect(sorted(kept)).toEqual(sorted(partsOf(pairsOf(all))));
    }
  });

  function growth(chance: Chance): Moves {
    const change: Moves = new Map();
    for (let made = 0; made < 250; made++)
      move(change, moveKey(chance.below(30), day('2024-11-01') + chance.below(500)), 1);
    return change;
  }

  function shrinking(chance: Chance, all: Moves): Moves {
    const gone = [...all].filter(() => chance.next() < 0.2);
    return new Map(gone.map(([key, by]) => [key, -by]));
  }
});
