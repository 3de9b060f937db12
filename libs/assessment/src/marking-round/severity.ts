/** How severe or lenient one marker is beside the others. */
export interface Severity {
  /** How many responses the figure rests on. */
  readonly count: number;
  /** Mean deviation in percentage points of a response's full marks: below 0 is severe, above 0 lenient. */
  readonly mean: number;
  /** Standard error of that mean; null below two responses. */
  readonly standardError: number | null;
}

/** A marker's own mark of a response, and the marks that others gave the same response. */
export interface Judged {
  readonly own: number;
  readonly others: readonly number[];
  readonly outOf: number;
}

/**
 * ASM-126. Mean deviation from consensus, leave-one-out: the consensus on a response is the mean of everybody else's marks,
 * so that no marker pulls it towards themselves. Its standard error is the sample standard deviation over the root of the
 * count (n − 1 in the variance). Responses that only this marker marked say nothing and are left out. Null without any.
 */
export function severityOf(judged: readonly Judged[]): Severity | null {
  const deviations = judged.filter(({ others }) => others.length > 0).map(deviationOf);
  const count = deviations.length;
  if (count === 0) return null;
  const mean = meanOf(deviations);
  const squares = deviations.reduce((total, deviation) => total + (deviation - mean) ** 2, 0);
  return { count, mean, standardError: count < 2 ? null : Math.sqrt(squares / (count - 1) / count) };
}

function deviationOf({ own, others, outOf }: Judged): number {
  return (100 * (own - meanOf(others))) / outOf;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
