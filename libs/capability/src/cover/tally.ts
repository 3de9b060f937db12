import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { dayOf, partsOf } from './day.js';
import { cellOf, dayIn, type Moves, move, moveKey } from './moves.js';

/**
 * A tally is stored in three grains, so that a count on a day is the sum of three numbers that lie ready, however many people
 * and days there are: the years before (part ``), the months before in that year (`2026`), the days in that month
 * (`2026-10`). Each part is a list of moves by slot (year, month or day of the month). A short list is kept as it is; a
 * long one as its running sums, of which a reader fetches the one that it needs. The size of what is read is bounded.
 */
export interface Part {
  /** The part's first and last slot. */
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

/** The parts of a tally that its moves fall into, by name. */
export function partsIn(moves: Moves): Map<string, Moves> {
  const parts = new Map<string, Moves>();
  const put = (part: string, key: number, by: number) => {
    const known = parts.get(part);
    if (known === undefined) parts.set(part, new Map([[key, by]]));
    else move(known, key, by);
  };
  for (const [key, by] of moves) {
    const cell = cellOf(key) * SLOTS;
    const { year, month, dayOfMonth } = partsOf(dayIn(key));
    put('', cell + year - FIRST_YEAR, by);
    put(yearPart(year), cell + month, by);
    put(monthPart(year, month), cell + dayOfMonth, by);
  }
  return parts;
}

const partNames = new Map<number, string>();

function yearPart(year: number): string {
  return named(year * 16, () => String(year));
}

function monthPart(year: number, month: number): string {
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
  const { year, month, dayOfMonth } = partsOf(dayOf(date));
  return [
    { part: '', slot: year - 1 - FIRST_YEAR },
    { part: yearPart(year), slot: month - 1 },
    { part: monthPart(year, month), slot: dayOfMonth },
  ];
}

/** The names of the parts that hold the days of a period, one for each month. */
export function monthsOf(period: { from: CalendarDate; to: CalendarDate }): string[] {
  const names: string[] = [];
  let { year, month } = partsOf(dayOf(period.from));
  for (let name = monthPart(year, month); name <= period.to.slice(0, 7); name = monthPart(year, month)) {
    names.push(name);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return names;
}

/** A part as it is stored. The moves are those of `partsIn`: never 0, at least one. */
export function partOf(moves: Moves): Part {
  const sorted = [...moves].sort(([a], [b]) => a - b);
  const slots = sorted.map(([key]) => key % SLOTS);
  const [lo, hi] = [slots.reduce((a, b) => Math.min(a, b)), slots.reduce((a, b) => Math.max(a, b))];
  if (sorted.length <= LONGEST_LIST) return { lo, hi, moves: bytesOf(sorted.flat()), at: null, last: null };
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
  return { lo, hi, moves: null, at, last: bytesOf(sums) };
}

/** Adds the counts of a part, up to and with the slot, to the numbers of all cells. */
export function addPart(numbers: number[], part: Part, slot: number): void {
  if (slot < part.lo) return;
  if (part.moves === null) {
    for (const [cell, count] of sumsAt(part, slot).entries()) addAt(numbers, cell, count);
    return;
  }
  for (const [key, by] of pairsOf(part.moves))
    if (key % SLOTS <= slot) addAt(numbers, Math.floor(key / SLOTS), by);
}

/** The sums of all cells up to and with a slot, of a part that keeps sums. */
function sumsAt(part: Part, slot: number): ReturnType<typeof numbersOf> {
  const sums = slot >= part.hi ? part.last : part.at?.[String(slot)];
  if (sums === null || sums === undefined) throw new RangeError(`A tally without its sums at ${slot}`);
  return numbersOf(sums);
}

/** A list of moves as it is stored: key, by, key, by. */
function* pairsOf(bytes: Uint8Array): Generator<[number, number]> {
  const numbers = numbersOf(bytes);
  for (let at = 0; at < numbers.length; at += 2) yield [numbers[at] ?? 0, numbers[at + 1] ?? 0];
}

function addAt(numbers: number[], cell: number, by: number): void {
  while (numbers.length <= cell) numbers.push(0);
  numbers[cell] = (numbers[cell] ?? 0) + by;
}

/** The moves of a stored part, as `partsIn` gave them. */
export function movesOf(part: Part): Moves {
  if (part.moves !== null) return new Map(pairsOf(part.moves));
  const moves: Moves = new Map();
  let before: ArrayLike<number> = [];
  for (let slot = part.lo; slot <= part.hi; slot++) {
    const after = sumsAt(part, slot);
    for (const [cell, count] of after.entries())
      move(moves, cell * SLOTS + slot, count - (before[cell] ?? 0));
    before = after;
  }
  return moves;
}

/** The moves of one month's part, with their days. */
export function movesByDay(part: Part, month: string): Moves {
  const first = dayOf(`${month}-01` as CalendarDate);
  return new Map(
    [...movesOf(part)].map(([key, by]) => [moveKey(Math.floor(key / SLOTS), first + (key % SLOTS) - 1), by]),
  );
}

/** Whether two stored parts are the same to the byte. */
export function isSamePart(a: Part, b: Part): boolean {
  const names = Object.keys(a.at ?? {});
  const isSameShape = a.lo === b.lo && a.hi === b.hi && names.length === Object.keys(b.at ?? {}).length;
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
