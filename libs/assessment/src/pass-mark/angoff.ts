import { mean, sampleStandardDeviation } from 'simple-statistics';

/** The item numbers of a panel: what each is worth. */
export interface JudgedItem {
  readonly itemId: string;
  readonly points: number;
}

/** One judge's ratings of one round: for each item, how many of a hundred borderline candidates would get it right. */
export interface JudgeRatings {
  readonly judgeId: string;
  /** By item id, whole per cent from 0 to 100. Every item of the panel. */
  readonly percents: Readonly<Record<string, number>>;
}

/** How the judges' ratings of one item lie. Never who gave which. */
export interface ItemDistribution {
  readonly itemId: string;
  readonly judges: number;
  readonly lowest: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly highest: number;
  /** To the hundredth. */
  readonly mean: number;
  /** Between judges; to the hundredth. */
  readonly deviation: number;
}

/** What a round's ratings come to. All in per cent of the panel's points, to the hundredth, except where said. */
export interface AngoffFigures {
  readonly judges: number;
  /** The points of all items judged. */
  readonly outOf: number;
  /** The panel's mark in points: the mean of the judges' totals. */
  readonly points: number;
  readonly percent: number;
  /** Of the judges' totals. */
  readonly deviation: number;
  /** Of the panel's mark. */
  readonly standardError: number;
  readonly items: readonly ItemDistribution[];
}

/** How the second round differs from the first, over the judges who rated in both. */
export interface RoundChange {
  /** The panel's mark of the second round less that of the first, in per cent. */
  readonly percent: number;
  /** The mean of how far single ratings moved, whichever way, in per cent. */
  readonly meanMove: number;
  /** How many of the ratings moved at all, in per cent. */
  readonly moved: number;
}

/**
 * ASM-163: the mark by the modified Angoff method: each judge's ratings, weighted by the items' points, add up to that judge's
 * total; the panel's mark is the mean of the totals. Its standard error is the standard deviation of the totals (with n − 1)
 * over the square root of the number of judges, judges being taken as a sample of those who might have judged.
 *
 * Sources: W. H. Angoff, "Scales, norms, and equivalent scores", in R. L. Thorndike (ed.), Educational Measurement, 2nd ed.,
 * 1971 (the method); R. M. Jaeger, "Selection of judges for standard-setting", Educational Measurement: Issues and Practice 10
 * (2), 1991 (the error, SD/√n); G. J. Cizek and M. B. Bunch, Standard Setting, 2007 (rounds, with the distribution between them).
 */
export function angoffFigures(items: readonly JudgedItem[], ratings: readonly JudgeRatings[]): AngoffFigures {
  const outOf = items.reduce((total, { points }) => total + points, 0);
  const totals = ratings.map((rating) => totalOf(items, rating));
  const points = mean(totals);
  const deviation = sampleStandardDeviation(totals);
  const inPercent = (value: number) => hundredth((100 * value) / outOf);
  return {
    judges: ratings.length,
    outOf,
    points: hundredth(points),
    percent: inPercent(points),
    deviation: inPercent(deviation),
    standardError: inPercent(deviation / Math.sqrt(ratings.length)),
    items: items.map(({ itemId }) => distributionOf(itemId, ratings)),
  };
}

/** How the ratings of one item lie. Quartiles as the median of the lower and the upper half, the middle one in neither. */
export function distributionOf(itemId: string, ratings: readonly JudgeRatings[]): ItemDistribution {
  const given = ratings.map(({ percents }) => percents[itemId] ?? 0).sort((a, b) => a - b);
  const half = Math.floor(given.length / 2);
  return {
    itemId,
    judges: given.length,
    lowest: given[0] ?? 0,
    lowerQuartile: medianOf(given.slice(0, half)),
    median: medianOf(given),
    upperQuartile: medianOf(given.slice(given.length - half)),
    highest: given.at(-1) ?? 0,
    mean: hundredth(mean(given)),
    deviation: given.length < 2 ? 0 : hundredth(sampleStandardDeviation(given)),
  };
}

/** Round to round: how far the panel and its single ratings moved. Null when nobody rated in both. */
export function changeBetween(
  items: readonly JudgedItem[],
  first: readonly JudgeRatings[],
  second: readonly JudgeRatings[],
): RoundChange | null {
  const before = new Map(first.map((rating) => [rating.judgeId, rating]));
  const pairs = second.flatMap((after) => {
    const rating = before.get(after.judgeId);
    return rating === undefined ? [] : [{ before: rating, after }];
  });
  if (pairs.length === 0) return null;
  const moves = pairs.flatMap((pair) =>
    items.map(({ itemId }) =>
      Math.abs((pair.after.percents[itemId] ?? 0) - (pair.before.percents[itemId] ?? 0)),
    ),
  );
  const outOf = items.reduce((total, { points }) => total + points, 0);
  const shifts = pairs.map((pair) => totalOf(items, pair.after) - totalOf(items, pair.before));
  return {
    percent: hundredth((100 * mean(shifts)) / outOf),
    meanMove: hundredth(mean(moves)),
    moved: hundredth((100 * moves.filter((move) => move > 0).length) / moves.length),
  };
}

/** One judge's total in points: the score that they expect of a borderline candidate. */
function totalOf(items: readonly JudgedItem[], { percents }: JudgeRatings): number {
  return items.reduce((total, { itemId, points }) => total + ((percents[itemId] ?? 0) * points) / 100, 0);
}

function medianOf(sorted: readonly number[]): number {
  if (sorted.length === 0) return 0;
  const half = Math.floor(sorted.length / 2);
  const middle = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? middle : ((sorted[half - 1] ?? 0) + middle) / 2;
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
