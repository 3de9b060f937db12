import { type Day, FOREVER } from './day.js';
import type { Span } from './span.js';

/**
 * How counts move: of each cell (a skill at exactly one level, or people posted) on each day, by how much. A number holds cell
 * and day, since there are millions of them. Never 0.
 */
export type Moves = Map<number, number>;

/** How many days there are: a key is its cell times this, and its day. */
export const DAYS = FOREVER + 1;

/** The key of a cell's move on a day. */
export function moveKey(cell: number, day: Day): number {
  return cell * DAYS + day;
}

/** The cell of a key. */
export function cellOf(key: number): number {
  return Math.floor(key / DAYS);
}

/** The day of a key. */
export function dayIn(key: number): Day {
  return key % DAYS;
}

/** Moves one count on one day. */
export function move(moves: Moves, key: number, by: number): void {
  const after = (moves.get(key) ?? 0) + by;
  if (after === 0) moves.delete(key);
  else moves.set(key, after);
}

/** Counts the days in: up on the first of them, down on the day after the last. */
export function moveDays(moves: Moves, cell: number, { from, to, by = 1 }: Span & { by?: number }): void {
  move(moves, moveKey(cell, from), by);
  if (to < FOREVER) move(moves, moveKey(cell, to + 1), -by);
}

/** Adds moves to others, `times` times. */
export function addMoves(into: Moves, moves: Moves, times = 1): void {
  for (const [key, by] of moves) move(into, key, by * times);
}
