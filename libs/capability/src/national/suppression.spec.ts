import { describe, expect, it } from '@jest/globals';
import { Chance } from '../testing/random-events.js';
import { shownParts } from './suppression.js';

const shown = (...counts: number[]) => {
  const { parts, total } = shownParts(new Map(counts.map((count, place) => [place, count])));
  return [[...parts.values()], total];
};

describe('what the College is shown', () => {
  it.each([
    ['none is missing', [12, 8, 5], [10, 10, 5], 25],
    ['one is missing: the smallest other goes with it', [52, 4, 9], [50, null, null], 65],
    ['two are missing', [52, 4, 0], [50, null, null], 55],
    ['nothing is left', [4, 0], [null, null], null],
    ['one of two is missing: both go, and the total', [52, 4], [null, null], null],
  ])('CAP-40 %s', (_, counts, parts, total) => {
    expect(shown(...counts)).toEqual([parts, total]);
  });

  it('CAP-40 a suppressed count is not recovered by subtracting: every one below five fits what is shown', () => {
    const chance = new Chance(11);
    for (let round = 0; round < 300; round++) {
      // Three forces at two nested levels on two days: what an analyst may ask one after another and subtract.
      const basic = [chance.below(40), chance.below(40), chance.below(5)];
      const higher = basic.map((count) => chance.below(count + 1));
      const later = basic.map((count) => Math.max(0, count - chance.below(2)));
      const tables = [basic, higher, later];
      for (const [table, counts] of tables.entries()) {
        for (const [part, count] of counts.entries()) {
          if (count >= 5) continue;
          expect(shown(...counts)[0]).toHaveProperty(String(part), null);
          expect(possible(tables, table, part).size).toBeGreaterThan(1);
        }
      }
    }
  });

  it('CAP-40 shows every figure as its own count alone says, so differences are multiples of five', () => {
    const chance = new Chance(12);
    for (let round = 0; round < 500; round++) {
      const counts = Array.from({ length: 4 }, () => chance.below(60));
      const [parts, total] = shown(...counts) as [(number | null)[], number | null];
      for (const figure of [...parts, total]) expect((figure ?? 0) % 5).toBe(0);
      if (total !== null) expect(Math.abs(total - counts.reduce((a, b) => a + b))).toBeLessThan(3);
    }
  });

  /**
   * The values below five that a part may have had, when everything else about the world is free but must give the same
   * figures: the attacker knows the rule, the nesting of levels and that days differ by at most one.
   */
  function possible(tables: number[][], table: number, part: number): Set<number> {
    const wanted = JSON.stringify(tables.map((counts) => shown(...counts)));
    const values = new Set<number>();
    for (let value = 0; value < 5; value++) {
      for (const moved of neighbours(tables, table, part, value))
        if (JSON.stringify(moved.map((counts) => shown(...counts))) === wanted) values.add(value);
    }
    return values;
  }

  /** Worlds in which the part has the value, and one other part of the table may differ by up to four to make up for it. */
  function neighbours(tables: number[][], table: number, part: number, value: number): number[][][] {
    const counts = tables[table] ?? [];
    return counts.flatMap((_, other) =>
      [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((by) => {
        const own = counts.map((count, at) => (at === part ? value : at === other ? count + by : count));
        return own.some((count) => count < 0) ? [] : [tables.map((each, at) => (at === table ? own : each))];
      }),
    );
  }
});
