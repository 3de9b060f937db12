/** How much a difference counts: any alike, by its size, or by its square. */
export type Weighting = 'none' | 'linear' | 'quadratic';

/** What two markers gave one response, on one scale. */
export interface RatedPair {
  readonly one: number;
  readonly other: number;
}

/** Agreement over some responses with two marks. A kappa is null where chance alone would leave no disagreement. */
export interface Agreement {
  /** How many responses. */
  readonly count: number;
  /** The share on which both gave exactly the same, 0–1; null for no responses. */
  readonly exact: number | null;
  readonly kappa: number | null;
  readonly linearKappa: number | null;
  readonly quadraticKappa: number | null;
}

/**
 * ASM-126. Cohen's kappa of two markers, in its form by disagreements: 1 − Σ w·p / Σ w·e, where p is the share of responses
 * in a cell of their table, e the product of the two markers' own shares, and w the weight of the cell: 0 or 1 without
 * weighting (J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20,
 * 1960), the distance |i − j| or its square with it (J. Cohen, "Weighted kappa", Psychological Bulletin 70, 1968). The
 * scale's unit cancels out. Null when the denominator is 0: both gave one and the same mark throughout, or there are none.
 */
export function cohenKappa(pairs: readonly RatedPair[], weighting: Weighting): number | null {
  if (pairs.length === 0) return null;
  const disagreement = disagreementBy(weighting);
  const ones = sharesOf(pairs.map(({ one }) => one));
  const others = sharesOf(pairs.map(({ other }) => other));
  const observed = sum(pairs.map(({ one, other }) => disagreement(one, other))) / pairs.length;
  const expected = sum(
    [...ones].flatMap(([one, p]) => [...others].map(([other, q]) => disagreement(one, other) * p * q)),
  );
  return expected === 0 ? null : 1 - observed / expected;
}

/**
 * ASM-126. Kappa where the two markers are not the same two throughout: each pair is entered both ways round, so that
 * chance is reckoned by the shares of all marks together. Without weighting this is Fleiss's kappa for two ratings a
 * subject (J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76, 1971).
 */
export function pooledKappa(pairs: readonly RatedPair[], weighting: Weighting): number | null {
  return cohenKappa([...pairs, ...pairs.map(({ one, other }) => ({ one: other, other: one }))], weighting);
}

/** Every figure of two markers. */
export function agreementOf(pairs: readonly RatedPair[]): Agreement {
  return figures(pairs, cohenKappa);
}

/** Every figure over all markers together. */
export function pooledAgreementOf(pairs: readonly RatedPair[]): Agreement {
  return figures(pairs, pooledKappa);
}

function figures(pairs: readonly RatedPair[], kappa: typeof cohenKappa): Agreement {
  const same = pairs.filter(({ one, other }) => one === other).length;
  return {
    count: pairs.length,
    exact: pairs.length === 0 ? null : same / pairs.length,
    kappa: kappa(pairs, 'none'),
    linearKappa: kappa(pairs, 'linear'),
    quadraticKappa: kappa(pairs, 'quadratic'),
  };
}

function disagreementBy(weighting: Weighting): (one: number, other: number) => number {
  if (weighting === 'none') return (one, other) => Number(one !== other);
  return weighting === 'linear' ? (one, other) => Math.abs(one - other) : (one, other) => (one - other) ** 2;
}

function sharesOf(values: readonly number[]): Map<number, number> {
  const shares = new Map<number, number>();
  for (const value of values) shares.set(value, (shares.get(value) ?? 0) + 1 / values.length);
  return shares;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
