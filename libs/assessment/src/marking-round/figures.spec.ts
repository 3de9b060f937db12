import { describe, expect, it } from '@jest/globals';
import { cohenKappa, pooledKappa, type RatedPair } from './agreement.js';
import { severityOf } from './severity.js';

function table(cells: readonly (readonly number[])[]): RatedPair[] {
  return cells.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, () => ({ one, other }))),
  );
}

describe('ASM-126 kappa', () => {
  it('of 20, 5, 10, 15 is 0.4: 0.7 observed, 0.5 by chance', () => {
    const pairs = table([
      [20, 5],
      [10, 15],
    ]);
    expect(cohenKappa(pairs, 'none')).toBeCloseTo(0.4, 12);
    // With two categories every disagreement is as far apart as any other.
    expect(cohenKappa(pairs, 'linear')).toBeCloseTo(0.4, 12);
    expect(cohenKappa(pairs, 'quadratic')).toBeCloseTo(0.4, 12);
  });

  it('weights a disagreement by its size, or by its square', () => {
    // Rows 0.5, 0.25, 0.25 and columns 0.25, 0.5, 0.25 of four responses; worked out by hand.
    const pairs = [
      { one: 0, other: 0 },
      { one: 0, other: 1 },
      { one: 1, other: 1 },
      { one: 2, other: 2 },
    ];
    const expected = { none: 0.6875, linear: 0.875, quadratic: 1.25 };
    expect(cohenKappa(pairs, 'none')).toBeCloseTo(1 - 0.25 / expected.none, 12);
    expect(cohenKappa(pairs, 'linear')).toBeCloseTo(1 - 0.25 / expected.linear, 12);
    expect(cohenKappa(pairs, 'quadratic')).toBeCloseTo(1 - 0.25 / expected.quadratic, 12);
  });

  it('does not depend on the unit of the scale', () => {
    const pairs = table([
      [3, 1, 0],
      [2, 4, 1],
      [0, 1, 3],
    ]);
    const scaled = pairs.map(({ one, other }) => ({ one: one * 250, other: other * 250 }));
    expect(cohenKappa(scaled, 'quadratic')).toBeCloseTo(cohenKappa(pairs, 'quadratic') ?? Number.NaN, 12);
  });

  it('is 1 for full agreement, below 0 for less than chance, and null where chance leaves nothing', () => {
    expect(
      cohenKappa(
        table([
          [2, 0],
          [0, 2],
        ]),
        'none',
      ),
    ).toBe(1);
    expect(
      cohenKappa(
        table([
          [0, 2],
          [2, 0],
        ]),
        'none',
      ),
    ).toBe(-1);
    expect(cohenKappa(table([[4]]), 'none')).toBeNull();
    expect(cohenKappa([], 'linear')).toBeNull();
  });

  it('pooled is the same whichever marker is called the first', () => {
    const pairs = table([
      [5, 3],
      [1, 4],
    ]);
    const turned = pairs.map(({ one, other }) => ({ one: other, other: one }));
    expect(pooledKappa(pairs, 'none')).toBeCloseTo(pooledKappa(turned, 'none') ?? Number.NaN, 12);
    // Fleiss: 9 of 13 agree; the shares of all 26 marks are 14 and 12.
    const chance = (14 / 26) ** 2 + (12 / 26) ** 2;
    expect(pooledKappa(pairs, 'none')).toBeCloseTo((9 / 13 - chance) / (1 - chance), 12);
  });
});

describe('ASM-126 severity', () => {
  it('is the mean deviation from the others’ marks, with its standard error', () => {
    const judged = [
      { own: 6, others: [8], outOf: 10 },
      { own: 7, others: [7], outOf: 10 },
      { own: 4, others: [4, 6], outOf: 10 },
    ];
    // Deviations −20, 0, −10: mean −10, sample standard deviation 10.
    expect(severityOf(judged)).toEqual({ count: 3, mean: -10, standardError: 10 / Math.sqrt(3) });
  });

  it('leaves out what nobody else marked, and has no error for one', () => {
    expect(severityOf([{ own: 5, others: [], outOf: 10 }])).toBeNull();
    expect(severityOf([{ own: 5, others: [4], outOf: 10 }])).toEqual({
      ...{ count: 1, mean: 10, standardError: null },
    });
  });
});
