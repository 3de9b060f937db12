import { describe, expect, it } from '@jest/globals';
import {
  angoffFigures,
  changeBetween,
  distributionOf,
  type JudgedItem,
  type JudgeRatings,
} from './angoff.js';
import { decidedPercent } from './pass-mark.js';

const judge = (judgeId: string, ...percents: number[]): JudgeRatings => ({
  judgeId,
  percents: Object.fromEntries(percents.map((percent, place) => [`i${place + 1}`, percent])),
});
const items = (...points: number[]): JudgedItem[] =>
  points.map((each, place) => ({ itemId: `i${place + 1}`, points: each }));

/** The same figures, straight from the definitions and by another way: sums of squares, and whole numbers of per-cent-points. */
function independently(judged: readonly JudgedItem[], ratings: readonly JudgeRatings[]) {
  const n = BigInt(ratings.length);
  const totals = ratings.map(({ percents }) =>
    judged.reduce((sum, { itemId, points }) => sum + BigInt(percents[itemId] ?? 0) * BigInt(points * 2), 0n),
  );
  const sum = totals.reduce((all, each) => all + each, 0n);
  const squares = totals.reduce((all, each) => all + each * each, 0n);
  const variance = Number(n * squares - sum * sum) / (Number(n) * (Number(n) - 1));
  const whole = judged.reduce((all, { points }) => all + points * 2, 0);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    percent: round(Number(sum) / Number(n) / whole),
    deviation: round(Math.sqrt(variance) / whole),
    standardError: round(Math.sqrt(variance / Number(n)) / whole),
  };
}

describe('the Angoff method', () => {
  it('ASM-163 three judges and four items of one point, by hand', () => {
    // Totals: 0.8 + 0.6 + 0.7 + 0.5 = 2.6; 0.9 + 0.7 + 0.6 + 0.6 = 2.8; 0.7 + 0.5 + 0.5 + 0.5 = 2.2. Mean 7.6 / 3 = 2.5333…
    // Deviations 0.0667, 0.2667, −0.3333: squares sum to 0.186667; / 2 = 0.093333; root 0.305505; / √3 = 0.176383.
    const ratings = [judge('A', 80, 60, 70, 50), judge('B', 90, 70, 60, 60), judge('C', 70, 50, 50, 50)];
    const figures = angoffFigures(items(1, 1, 1, 1), ratings);
    expect(figures).toMatchObject({ judges: 3, outOf: 4, points: 2.53, percent: 63.33 });
    expect(figures).toMatchObject({ deviation: 7.64, standardError: 4.41 });
    expect(figures.items[0]).toMatchObject({ itemId: 'i1', mean: 80, deviation: 10, median: 80 });
  });

  it('ASM-163 weighs items by their points', () => {
    // A: 0.5 × 4 + 1.0 × 1 = 3; B: 0.5 × 4 + 0.0 × 1 = 2; C: 1.0 × 4 + 0.5 × 1 = 4.5. Mean 9.5 / 3 = 3.1667 of 5: 63.33 %.
    const figures = angoffFigures(items(4, 1), [judge('A', 50, 100), judge('B', 50, 0), judge('C', 100, 50)]);
    expect(figures).toMatchObject({ points: 3.17, outOf: 5, percent: 63.33 });
  });

  it('ASM-163 judges who agree leave no error', () => {
    const figures = angoffFigures(items(1, 2), [judge('A', 70, 60), judge('B', 70, 60), judge('C', 70, 60)]);
    // 0.7 + 1.2 = 1.9 of 3.
    expect(figures).toMatchObject({ percent: 63.33, deviation: 0, standardError: 0 });
  });

  it('ASM-163 equals an independent computation on two hundred tables', () => {
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let table = 0; table < 200; table += 1) {
      const judged = items(...Array.from({ length: 1 + next(40) }, () => (1 + next(10)) / 2));
      const ratings = Array.from({ length: 3 + next(12) }, (_, place) =>
        judge(`j${place}`, ...judged.map(() => next(101))),
      );
      expect(angoffFigures(judged, ratings)).toMatchObject(independently(judged, ratings));
    }
  });

  it('ASM-163 shows how ratings of an item lie, without a name', () => {
    const ratings = [40, 50, 60, 80, 90].map((percent, place) => judge(`j${place}`, percent));
    // The middle one is 60; the halves without it are 40, 50 and 80, 90. Mean 64; squares 576 + 196 + 16 + 256 + 676 = 1720; / 4 = 430; root 20.736.
    expect(distributionOf('i1', ratings)).toEqual({
      ...{
        itemId: 'i1',
        judges: 5,
        lowest: 40,
        lowerQuartile: 45,
        median: 60,
        upperQuartile: 85,
        highest: 90,
      },
      ...{ mean: 64, deviation: 20.74 },
    });
    expect(JSON.stringify(distributionOf('i1', ratings))).not.toContain('j0');
  });

  it('ASM-163 says how far the second round moved', () => {
    const first = [judge('A', 80, 60), judge('B', 40, 60), judge('C', 50, 50)];
    const second = [judge('A', 70, 60), judge('B', 60, 60)];
    // Over A and B: totals 1.4 → 1.3 and 1.0 → 1.2: shifts −0.1 and 0.2, mean 0.05 of 2 points: 2.5 %. Moves 10, 0, 20, 0: mean 7.5; two of four.
    expect(changeBetween(items(1, 1), first, second)).toEqual({ percent: 2.5, meanMove: 7.5, moved: 50 });
    expect(changeBetween(items(1, 1), first, [])).toBeNull();
  });
});

describe('a decided pass mark', () => {
  const panel = { percent: 63.33, standardError: 4.41 };
  const because = 'The panel was severe on two items.';

  it.each([
    [0, null, 63],
    [1, because, 68], // 63.33 + 4.41 = 67.74
    [-1, because, 59], // 58.92
    [0.5, because, 66], // 65.535
    [-2, because, 55], // 54.51
  ])('ASM-164 moved by %s standard errors', (steps, reason, percent) => {
    expect(decidedPercent(panel, { steps, reason })).toMatchObject({ percent });
  });

  it('ASM-164 is moved by at most two, in halves, with a reason, to something from 1 to 100', () => {
    const of =
      (steps: number, reason: string | null, figures = panel) =>
      () =>
        decidedPercent(figures, { steps, reason });
    expect(of(2.5, because)).toThrow(expect.objectContaining({ code: 'PASS_MARK_STEPS' }));
    expect(of(0.3, because)).toThrow(expect.objectContaining({ code: 'PASS_MARK_STEPS' }));
    expect(of(1, ' short ')).toThrow(expect.objectContaining({ code: 'PASS_MARK_REASON_MISSING' }));
    expect(of(0, 'x'.repeat(501))).toThrow(expect.objectContaining({ code: 'PASS_MARK_REASON_MISSING' }));
    const high = { percent: 97, standardError: 3 };
    expect(of(2, because, high)).toThrow(expect.objectContaining({ code: 'PASS_MARK_OUT_OF_RANGE' }));
    expect(of(-1, because, { percent: 2, standardError: 3 })).toThrow(
      expect.objectContaining({ code: 'PASS_MARK_OUT_OF_RANGE' }),
    );
  });
});
