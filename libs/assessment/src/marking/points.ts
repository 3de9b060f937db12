/**
 * A share of an item's points: so many parts of so many. Kept as two whole numbers (or multiples of 0.5 for weighted gaps),
 * so that nothing is rounded before the points are known.
 */
export interface Share {
  readonly got: number;
  readonly of: number;
}

export const NOTHING: Share = { got: 0, of: 1 };
export const EVERYTHING: Share = { got: 1, of: 1 };

/** All or nothing. */
export function whole(isRight: boolean): Share {
  return isRight ? EVERYTHING : NOTHING;
}

/** Parts, never below zero and never above all of them. */
export function parts(got: number, of: number): Share {
  return { got: Math.min(Math.max(got, 0), of), of };
}

/** What all or nothing makes of a share. */
export function allOrNothing(share: Share): Share {
  return whole(share.got === share.of);
}

/**
 * ASM-50: the points of a share, a multiple of 0.01, the nearest; a half goes up. Worked out in whole hundredths, since
 * `points` is a multiple of 0.5.
 */
export function pointsFor({ got, of }: Share, points: number): number {
  const numerator = Math.round(points * 100) * Math.round(got * 2);
  const denominator = Math.round(of * 2);
  return Math.floor((2 * numerator + denominator) / (2 * denominator)) / 100;
}

/** ASM-50: the sum of points that are multiples of 0.01, exactly. */
export function sumOf(points: readonly number[]): number {
  return points.reduce((total, each) => total + Math.round(each * 100), 0) / 100;
}
