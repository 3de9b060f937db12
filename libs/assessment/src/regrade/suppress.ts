/** Counts below this are told to nobody outside the force (DESIGN 4.12). */
export const FEWEST_SHOWN = 5;

/** A count as the College sees it: null when it is of one to four people. Nobody at all is no secret. */
export function suppressed(count: number): number | null {
  return count > 0 && count < FEWEST_SHOWN ? null : count;
}

/**
 * ASM-151: the sum of counts as the College sees it; null when what is not shown of them adds up to less than five, since it
 * could then be told by subtraction whom a hidden count is of.
 */
export function suppressedTotal(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const hidden = counts.reduce((sum, count) => sum + (suppressed(count) === null ? count : 0), 0);
  return hidden > 0 && hidden < FEWEST_SHOWN ? null : suppressed(total);
}
