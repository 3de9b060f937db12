/** How often a piece of background work is tried before it is left for a person to look at. */
export const MOST_ATTEMPTS = 8;

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5 * 60_000;
const LONGEST_REASON = 500;

/** How long to wait after so many failures (1, 2, …): half a second, doubled each time, five minutes at most. */
export function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
}

/** Why something failed, as an operator reads it: the message alone, cut to 500 characters. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.slice(0, LONGEST_REASON);
}
