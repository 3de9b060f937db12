import { describe, expect, it } from '@jest/globals';
import { spread, type Wanted } from './spread.js';

type W = Wanted<string, string>;
const markers = Array.from({ length: 20 }, (_, place) => `m${place}`);
const none = new Map(markers.map((marker) => [marker, 0]));
const seed = '0'.repeat(32);

function loadsOf(placed: readonly { markerId: string }[], before: ReadonlyMap<string, number> = none) {
  const loads = new Map(before);
  for (const { markerId } of placed) loads.set(markerId, (loads.get(markerId) ?? 0) + 1);
  return [...loads.values()];
}

function apart(loads: readonly number[]): number {
  return Math.max(...loads) - Math.min(...loads);
}

describe('ASM-114 spread', () => {
  it('is even within one, with conflicts and some responses twice', () => {
    const wanted: W[] = Array.from({ length: 1003 }, (_, place) => ({
      responseId: `r${place}`,
      count: place % 7 === 0 ? 2 : 1,
      eligible: markers.filter((_marker, at) => (place + at) % 5 !== 0),
    }));
    const placed = spread({ wanted, loads: none, seed });
    expect(placed).toHaveLength(1003 + 144);
    expect(apart(loadsOf(placed))).toBeLessThanOrEqual(1);
    const allowed = new Map(wanted.map(({ responseId, eligible }) => [responseId, eligible]));
    expect(placed.every(({ responseId, markerId }) => allowed.get(responseId)?.includes(markerId))).toBe(
      true,
    );
    const pairs = placed.map(({ responseId, markerId }) => `${responseId} ${markerId}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('moves work along several markers when no direct exchange helps', () => {
    // a may do the first four, b the last two of them besides, c only what b has: a → b → c.
    const wanted: W[] = [
      ...['r1', 'r2', 'r3'].map((responseId) => ({ responseId, count: 1, eligible: ['a', 'b'] })),
      ...['r4', 'r5', 'r6'].map((responseId) => ({ responseId, count: 1, eligible: ['b', 'c'] })),
    ];
    const loads = new Map([
      ['a', 3],
      ['b', 0],
      ['c', 0],
    ]);
    expect(apart(loadsOf(spread({ wanted, loads, seed }), loads))).toBe(0);
  });

  it('gives new work to whoever has least already', () => {
    const loads = new Map([
      ['a', 10],
      ['b', 0],
    ]);
    const wanted = Array.from({ length: 10 }, (_, place) => ({
      ...{ responseId: `r${place}`, count: 1, eligible: ['a', 'b'] },
    }));
    expect(spread({ wanted, loads, seed }).every(({ markerId }) => markerId === 'b')).toBe(true);
  });

  it('leaves a mark without a marker rather than giving one twice', () => {
    const wanted = [{ responseId: 'r', count: 2, eligible: ['a'] }];
    expect(spread({ wanted, loads: new Map([['a', 0]]), seed })).toHaveLength(1);
  });
});
