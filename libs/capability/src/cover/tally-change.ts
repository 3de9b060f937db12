import { dayIn, type Moves, move } from './moves.js';
import {
  addSlots,
  daySlot,
  grouped,
  LONGEST_LEAF,
  monthPart,
  monthSlot,
  movesByDay,
  movesOf,
  type Part,
  pairsOf,
  partsOf,
  slotsPart,
  yearPart,
  yearParts,
  yearSlot,
} from './tally.js';

/** What becomes of a part; null: it is deleted. */
export interface PartChange {
  readonly part: string;
  readonly after: Part | null;
}

/** A part that is stored; null where there is none. */
export type PartAt = (part: string) => Part | null;

const ROOT = '';
const FIRST_YEAR = 1970;

/** Everything begins at the root. */
export function rootWanted(): string[] {
  return [ROOT];
}

/** The years that must be known to move a tally, when its root is. */
export function yearsWanted(moves: Moves, at: PartAt): string[] {
  return isBranch(at(ROOT)) ? [...byYear(moves).keys()].map(yearPart) : [];
}

/** The months that must be known to move a tally, when its years are. */
export function monthsWanted(moves: Moves, at: PartAt): string[] {
  if (!isBranch(at(ROOT))) return [];
  return [...byYear(moves)].flatMap(([year, own]) =>
    isBranch(at(yearPart(year)))
      ? [...grouped(own, monthSlot).keys()].map((month) => monthPart(year, month))
      : [],
  );
}

/**
 * How the parts of a tally change when it moves, so that they are those that `partsOf` gives of all its moves. Null: so few moves
 * are left under a branch that it is a leaf again, and all parts must be known (`madeAnew`).
 */
export function changesOf(moves: Moves, at: PartAt): PartChange[] | null {
  const root = at(ROOT);
  if (!isBranch(root)) {
    const after = partsOf(pairsOf(together(root, moves)));
    return after.length === 0 ? gone(root, ROOT) : after.map(([part, own]) => ({ part, after: own }));
  }
  const changes: PartChange[] = [];
  let { count } = root;
  for (const [year, own] of byYear(moves)) {
    const changed = yearChanged(year, own, at);
    if (changed === null) return null;
    changes.push(...changed.changes);
    count += changed.by;
  }
  if (count <= LONGEST_LEAF) return null;
  const slots = movesOf(root);
  addSlots(slots, pairsOf(moves), yearSlot);
  return [...changes, { part: ROOT, after: slotsPart(slots, count) }];
}

function yearChanged(
  year: number,
  own: readonly number[],
  at: PartAt,
): { changes: PartChange[]; by: number } | null {
  const name = yearPart(year);
  const known = at(name);
  if (isBranch(known)) return branchChanged(known, { year, own }, at);
  const pairs = pairsOf(together(known, movesIn(own)));
  const parts = yearParts(year, pairs);
  return {
    changes: parts.length === 0 ? gone(known, name) : parts.map(([part, after]) => ({ part, after })),
    by: pairs.length / 2 - (known?.count ?? 0),
  };
}

function branchChanged(
  known: Part,
  { year, own }: { year: number; own: readonly number[] },
  at: PartAt,
): { changes: PartChange[]; by: number } | null {
  const changes: PartChange[] = [];
  let by = 0;
  for (const [month, days] of grouped(own, monthSlot)) {
    const part = monthPart(year, month);
    const before = at(part);
    const slots: Moves = before === null ? new Map<number, number>() : movesOf(before);
    addSlots(slots, days, daySlot);
    by += slots.size - (before?.count ?? 0);
    if (slots.size > 0) changes.push({ part, after: slotsPart(slots, slots.size) });
    else changes.push(...gone(before, part));
  }
  const count = known.count + by;
  if (count <= LONGEST_LEAF) return null;
  const slots = movesOf(known);
  addSlots(slots, own, monthSlot);
  return { changes: [...changes, { part: yearPart(year), after: slotsPart(slots, count) }], by };
}

/** How the parts change of a tally of which all parts are known. */
export function madeAnew(known: ReadonlyMap<string, Part>, moves: Moves): PartChange[] {
  const all: Moves = new Map(moves);
  for (const [name, part] of known) {
    const isList = part.leaf || name.includes('-');
    if (isList) for (const [key, by] of movesByDay(part, name)) move(all, key, by);
  }
  const after = new Map(partsOf(pairsOf(all)));
  const left = [...known.keys()].filter((name) => !after.has(name));
  return [
    ...left.map((part) => ({ part, after: null })),
    ...[...after].map(([part, own]) => ({ part, after: own })),
  ];
}

function isBranch(part: Part | null): part is Part & { readonly leaf: false } {
  return part !== null && !part.leaf;
}

function gone(part: Part | null, name: string): PartChange[] {
  return part === null ? [] : [{ part: name, after: null }];
}

/** The moves of a leaf, if there is one, and those that come. */
function together(leaf: Part | null, moves: Moves): Moves {
  const all: Moves = leaf === null ? new Map<number, number>() : movesOf(leaf);
  for (const [key, by] of moves) move(all, key, by);
  return all;
}

function movesIn(pairs: readonly number[]): Moves {
  const moves: Moves = new Map();
  for (let at = 0; at < pairs.length; at += 2) moves.set(pairs[at] ?? 0, pairs[at + 1] ?? 0);
  return moves;
}

function byYear(moves: Moves): Map<number, number[]> {
  const years = new Map<number, number[]>();
  for (const [key, by] of moves) {
    const year = yearSlot(dayIn(key)) + FIRST_YEAR;
    const known = years.get(year) ?? [];
    years.set(year, known);
    known.push(key, by);
  }
  return years;
}
