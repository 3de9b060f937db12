import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { dayOf, partsOf as partsOfDay } from './day.js';
import { cellOf, DAYS, dayIn, type Moves, move, moveKey } from './moves.js';

/**
 * A tally is stored as a small tree, so that a count on a day is the sum of at most three numbers that lie ready, however many
 * people and days there are: the years before (part ``), the months before in that year (`2026`), the days in that month
 * (`2026-10`). A part for which few days move is a leaf: it lists its moves by day, and nothing lies below it; most tallies
 * are one leaf. A branch, and a month, holds its moves by slot (year, month or day of the month): a short list as it is, a
 * long one as its running sums, of which a reader fetches the one that it needs. The size of what is read is bounded, and
 * the tree follows from the moves alone.
 */
export interface Part {
  /** Whether it lists moves by day: pairs of `moveKey` and change, in order. Nothing lies below it then. */
  readonly leaf: boolean;
  /** How many moves by day it stands for, with those below it. */
  readonly count: number;
  /** The part's first and last slot; 0 in a leaf. */
  readonly lo: number;
  readonly hi: number;
  /** Pairs of (cell × 256 + slot) and change, in order, 32 bits each; null where running sums are kept. */
  readonly moves: Uint8Array | null;
  /** The running sums of all cells up to and with the slot, `lo` to `hi` - 1; null where moves are kept. */
  readonly at: Readonly<Record<string, Uint8Array>> | null;
  /** The sums up to and with `hi`; null where moves are kept. */
  readonly last: Uint8Array | null;
}

const SLOTS = 256;
const FIRST_YEAR = 1970;
/** More moves than these are kept as running sums: a list of them would be longer than what a reader fetches. */
const LONGEST_LIST = 400;
/** A part with more moves by day than these is a branch. */
export const LONGEST_LEAF = 600;

/** Moves by day in the order of their keys, as pairs: key, by, key, by. */
export type Pairs = Int32Array;

/** Moves by day as pairs in their order. */
export function pairsOf(moves: Moves): Pairs {
  const pairs = new Int32Array(moves.size * 2);
  let at = 0;
  for (const key of [...moves.keys()].sort((a, b) => a - b)) {
    pairs[at++] = key;
    pairs[at++] = moves.get(key) ?? 0;
  }
  return pairs;
}

/** The parts of a tally by name: none when nothing moves. */
export function partsOf(pairs: Pairs): [string, Part][] {
  if (pairs.length === 0) return [];
  if (pairs.length / 2 <= LONGEST_LEAF) return [['', leafOf(pairs)]];
  const slots: Moves = new Map();
  addSlots(slots, pairs, yearSlot);
  const years = [...grouped(pairs, (day) => partsOfDay(day).year)];
  return [
    ['', slotsPart(slots, pairs.length / 2)],
    ...years.flatMap(([year, own]) => yearParts(year, Int32Array.from(own))),
  ];
}

/** The parts of one year, by name. */
export function yearParts(year: number, pairs: Pairs): [string, Part][] {
  if (pairs.length === 0) return [];
  if (pairs.length / 2 <= LONGEST_LEAF) return [[yearPart(year), leafOf(pairs)]];
  const slots: Moves = new Map();
  addSlots(slots, pairs, monthSlot);
  const months = [...grouped(pairs, monthSlot)].map(([month, own]): [string, Part] => {
    const days: Moves = new Map();
    addSlots(days, own, daySlot);
    return [monthPart(year, month), slotsPart(days, days.size)];
  });
  return [[yearPart(year), slotsPart(slots, pairs.length / 2)], ...months];
}

export function yearSlot(day: number): number {
  return partsOfDay(day).year - FIRST_YEAR;
}

export function monthSlot(day: number): number {
  return partsOfDay(day).month;
}

export function daySlot(day: number): number {
  return partsOfDay(day).dayOfMonth;
}

/** Adds moves by day to moves by slot. */
export function addSlots(into: Moves, pairs: ArrayLike<number>, slotOf: (day: number) => number): void {
  for (let at = 0; at < pairs.length; at += 2) {
    const key = pairs[at] ?? 0;
    move(into, cellOf(key) * SLOTS + slotOf(dayIn(key)), pairs[at + 1] ?? 0);
  }
}

/** The pairs by what their days have in common, in their order. */
export function grouped(pairs: ArrayLike<number>, by: (day: number) => number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (let at = 0; at < pairs.length; at += 2) {
    const key = pairs[at] ?? 0;
    const group = by(dayIn(key));
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [key, pairs[at + 1] ?? 0]);
    else known.push(key, pairs[at + 1] ?? 0);
  }
  return groups;
}

function leafOf(pairs: Pairs): Part {
  const moves = bytesOf(pairs);
  return { leaf: true, count: pairs.length / 2, lo: 0, hi: 0, moves, at: null, last: null };
}

const partNames = new Map<number, string>();

export function yearPart(year: number): string {
  return named(year * 16, () => String(year));
}

export function monthPart(year: number, month: number): string {
  return named(year * 16 + month, () => `${year}-${String(month).padStart(2, '0')}`);
}

function named(key: number, make: () => string): string {
  const known = partNames.get(key);
  if (known !== undefined) return known;
  const name = make();
  partNames.set(key, name);
  return name;
}

/** The parts and slots whose sums make up the count on a day. */
export function slotsOn(date: CalendarDate): readonly { readonly part: string; readonly slot: number }[] {
  const { year, month, dayOfMonth } = partsOfDay(dayOf(date));
  return [
    { part: '', slot: year - 1 - FIRST_YEAR },
    { part: yearPart(year), slot: month - 1 },
    { part: monthPart(year, month), slot: dayOfMonth },
  ];
}

/** The names of the parts that hold the days of a period, one for each month. */
export function monthsOf(period: { from: CalendarDate; to: CalendarDate }): string[] {
  const names: string[] = [];
  let { year, month } = partsOfDay(dayOf(period.from));
  for (let name = monthPart(year, month); name <= period.to.slice(0, 7); name = monthPart(year, month)) {
    names.push(name);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return names;
}

/** A branch or a month as it is stored, which stands for so many moves by day. In a branch they may come to nothing. */
export function slotsPart(moves: Moves, count: number): Part {
  const sorted = [...moves].sort(([a], [b]) => a - b);
  const slots = sorted.map(([key]) => key % SLOTS);
  const lo = slots.reduce((a, b) => Math.min(a, b), SLOTS - 1);
  const hi = slots.reduce((a, b) => Math.max(a, b), 0);
  const own = { leaf: false, count, lo, hi };
  if (sorted.length <= LONGEST_LIST) return { ...own, moves: bytesOf(sorted.flat()), at: null, last: null };
  const width = Math.floor((sorted.at(-1)?.[0] ?? 0) / SLOTS) + 1;
  const sums = new Int32Array(width);
  const bySlot = Map.groupBy(sorted, ([key]) => key % SLOTS);
  const at: Record<string, Uint8Array> = {};
  for (let slot = lo; slot <= hi; slot++) {
    for (const [key, by] of bySlot.get(slot) ?? []) {
      const cell = Math.floor(key / SLOTS);
      sums[cell] = (sums[cell] ?? 0) + by;
    }
    if (slot < hi) at[String(slot)] = bytesOf(sums);
  }
  return { ...own, moves: null, at, last: bytesOf(sums) };
}

/** Adds the counts of a part on a day to the numbers of all cells. `slot` is the day's in that part. */
export function addPart(numbers: number[], part: Part, { slot, day }: { slot: number; day: number }): void {
  if (part.moves === null) {
    if (slot < part.lo) return;
    for (const [cell, count] of sumsAt(part, slot).entries()) addAt(numbers, cell, count);
    return;
  }
  const pairs = numbersOf(part.moves);
  const [width, last] = part.leaf ? [DAYS, day] : [SLOTS, slot];
  for (let at = 0; at < pairs.length; at += 2) {
    const key = pairs[at] ?? 0;
    if (key % width <= last) addAt(numbers, Math.floor(key / width), pairs[at + 1] ?? 0);
  }
}

/** The sums of all cells up to and with a slot, of a part that keeps sums. */
function sumsAt(part: Part, slot: number): ReturnType<typeof numbersOf> {
  const sums = slot >= part.hi ? part.last : part.at?.[String(slot)];
  if (sums === null || sums === undefined) throw new RangeError(`A tally without its sums at ${slot}`);
  return numbersOf(sums);
}

function addAt(numbers: number[], cell: number, by: number): void {
  while (numbers.length <= cell) numbers.push(0);
  numbers[cell] = (numbers[cell] ?? 0) + by;
}

/** The moves of a branch or a month by slot, those of a leaf by day. */
export function movesOf(part: Part): Moves {
  const moves: Moves = new Map();
  if (part.moves !== null) {
    const pairs = numbersOf(part.moves);
    for (let at = 0; at < pairs.length; at += 2) moves.set(pairs[at] ?? 0, pairs[at + 1] ?? 0);
    return moves;
  }
  let before: ArrayLike<number> = [];
  for (let slot = part.lo; slot <= part.hi; slot++) {
    const after = sumsAt(part, slot);
    for (const [cell, count] of after.entries())
      move(moves, cell * SLOTS + slot, count - (before[cell] ?? 0));
    before = after;
  }
  return moves;
}

/** The moves by day of a leaf or a month. */
export function movesByDay(part: Part, name: string): Moves {
  if (part.leaf) return movesOf(part);
  const first = dayOf(`${name}-01` as CalendarDate);
  return new Map(
    [...movesOf(part)].map(([key, by]) => [moveKey(Math.floor(key / SLOTS), first + (key % SLOTS) - 1), by]),
  );
}

/** Whether two stored parts are the same to the byte. */
export function isSamePart(a: Part, b: Part): boolean {
  const names = Object.keys(a.at ?? {});
  const isSameShape =
    a.leaf === b.leaf &&
    a.count === b.count &&
    a.lo === b.lo &&
    a.hi === b.hi &&
    names.length === Object.keys(b.at ?? {}).length;
  if (!isSameShape || !areSameBytes(a.moves, b.moves) || !areSameBytes(a.last, b.last)) return false;
  return names.every((name) => areSameBytes(a.at?.[name] ?? null, b.at?.[name] ?? null));
}

function areSameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b;
  return Buffer.compare(a, b) === 0;
}

function bytesOf(numbers: ArrayLike<number>): Uint8Array {
  return new Uint8Array(Int32Array.from(numbers).buffer);
}

function numbersOf(bytes: Uint8Array): Int32Array {
  // What the driver hands over need not lie on a boundary of four bytes.
  return new Int32Array(new Uint8Array(bytes).buffer);
}
