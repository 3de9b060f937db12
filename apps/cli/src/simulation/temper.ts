import { type Day, daysAfter } from './days.js';

/** How somebody takes what is asked of them. */
export type Temper = 'prompt' | 'last-minute' | 'tardy' | 'never';

/** Gives numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Six in ten act soon, a quarter in the last week, one in ten too late, one in twenty not at all. */
export function temperOf(number: number): Temper {
  if (number < 0.6) return 'prompt';
  if (number < 0.85) return 'last-minute';
  return number < 0.95 ? 'tardy' : 'never';
}

/** On which day somebody of that temper does what can be done from one day and is due by another; null: never. */
export function dayOfDoing(temper: Temper, from: Day, due: Day, number: number): Day | null {
  if (temper === 'prompt') return daysAfter(from, 1 + Math.floor(number * 30));
  if (temper === 'last-minute') return daysAfter(due, -Math.floor(number * 7));
  return temper === 'tardy' ? daysAfter(due, 2 + Math.floor(number * 40)) : null;
}
