/** Counts below this are not shown outside the force. */
export const FEWEST_SHOWN = 5;

/** One count as it leaves its force: null where it is not shown, else to the nearest five. */
export type Shown = number | null;

/** Counts of parts that make up a whole, as they may be shown beside one another. */
export interface ShownParts<K> {
  readonly parts: ReadonlyMap<K, Shown>;
  readonly total: Shown;
}

/**
 * CAP-40. What may be shown of counts that were taken in forces. A count below five is not shown. Every other one, the total too, is
 * shown to the nearest five and worked out of itself alone: whoever subtracts figures of other days, levels or roles from
 * one another gets a multiple of five, and no small count. Where exactly one part would be missing, the smallest of those
 * shown goes with it, so that the total says nothing of the one.
 */
export function shownParts<K>(counts: ReadonlyMap<K, number>): ShownParts<K> {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const missing = [...counts].filter(([, count]) => count < FEWEST_SHOWN);
  const rest = [...counts].filter(([, count]) => count >= FEWEST_SHOWN).sort(([, a], [, b]) => a - b);
  const along = missing.length === 1 ? rest.slice(0, 1) : [];
  const hidden = new Set([...missing, ...along].map(([key]) => key));
  const parts = new Map([...counts].map(([key, count]) => [key, hidden.has(key) ? null : toFive(count)]));
  return { parts, total: total < FEWEST_SHOWN || hidden.size === counts.size ? null : toFive(total) };
}

function toFive(count: number): number {
  return Math.round(count / FEWEST_SHOWN) * FEWEST_SHOWN;
}
