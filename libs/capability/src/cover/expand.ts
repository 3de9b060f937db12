import type { UnitId } from '@app/identity';
import { type Columns, POSTED, supervisedColumn } from './columns.js';
import { addMoves, type Moves, moveDays } from './moves.js';
import type { Post, Profile, View } from './profile.js';
import { difference, intersection, type Span, union } from './span.js';

/** Any role, and any shift. */
export const ANY = '*';

/** One tally: whom it counts, and by what knowledge. */
export interface TallyKey {
  readonly view: View;
  /** Null: the whole force. */
  readonly unitId: UnitId | null;
  /** `*`: whatever their role, each person once. */
  readonly roleId: string;
  /** `*`: whatever their shift. Several patterns held at once are joined by ` + `. */
  readonly shift: string;
}

/** Moves by tally. */
export type MovesByTally = Map<string, { readonly key: TallyKey; readonly moves: Moves }>;

/** The name of a tally within its force. */
export function tallyName({ view, unitId, roleId, shift }: TallyKey): string {
  return `${view}|${unitId ?? 'force'}|${roleId}|${shift}`;
}

/**
 * CAP-01. Adds a person to the tallies (or takes them out, with -1): once in each unit on the path of a posting and once in
 * the force, in the tally of each of their roles there and in that of any role; by shift only as known now.
 */
export function expand(
  into: MovesByTally,
  profile: Profile,
  { columns, times }: { columns: Columns; times: 1 | -1 },
): void {
  const groups = new Map<string, Group>();
  for (const { unitId, roleId, indexes } of placesOf(profile.posts)) {
    const name = indexes.join();
    const group = groups.get(name) ?? groupOf(profile, indexes, columns);
    groups.set(name, group);
    const add = (key: TallyKey, moves: Moves) => {
      if (moves.size > 0) addMoves(tallyIn(into, key), moves, times);
    };
    add({ view: 'now', unitId, roleId, shift: ANY }, group.now);
    add({ view: 'past', unitId, roleId, shift: ANY }, group.past);
    for (const [shift, moves] of group.shifts) add({ view: 'now', unitId, roleId, shift }, moves);
  }
}

/** The moves of a tally, which is there from now on. */
function tallyIn(into: MovesByTally, key: TallyKey): Moves {
  const name = tallyName(key);
  const known = into.get(name) ?? { key, moves: new Map<number, number>() };
  into.set(name, known);
  return known.moves;
}

interface Place {
  readonly unitId: UnitId | null;
  readonly roleId: string;
  readonly indexes: number[];
}

function placesOf(posts: readonly Post[]): Iterable<Place> {
  const places = new Map<string, Place>();
  for (const [index, { path, roleId: own }] of posts.entries()) {
    for (const unitId of [null, ...path]) {
      for (const roleId of [ANY, own]) {
        const name = `${unitId ?? ''}/${roleId}`;
        const place = places.get(name) ?? { unitId, roleId, indexes: [] };
        place.indexes.push(index);
        places.set(name, place);
      }
    }
  }
  return places.values();
}

interface Group {
  readonly now: Moves;
  readonly past: Moves;
  readonly shifts: ReadonlyMap<string, Moves>;
}

function groupOf(profile: Profile, indexes: readonly number[], columns: Columns): Group {
  const posts = indexes.flatMap((index) => profile.posts[index] ?? []);
  const now = union(posts.flatMap((post) => post.now));
  const past = union(posts.flatMap((post) => post.past));
  const shifts = [...byShift(posts)].map(
    ([shift, days]) => [shift, counted(profile, days, { view: 'now', columns })] as const,
  );
  return {
    now: counted(profile, now, { view: 'now', columns }),
    past: counted(profile, past, { view: 'past', columns }),
    shifts: new Map(shifts),
  };
}

/** The days of each pattern of shifts; days on which several are held are those of their sum. Whoever has none is in none. */
export function byShift(posts: readonly Pick<Post, 'shift' | 'now'>[]): Map<string, Span[]> {
  const days = new Map<string, Span[]>();
  const worked = posts.filter(({ shift }) => shift !== null);
  const turns = [...new Set(worked.flatMap(({ now }) => now.flatMap(({ from, to }) => [from, to + 1])))].sort(
    (a, b) => a - b,
  );
  for (const [index, from] of turns.entries()) {
    const next = turns[index + 1];
    const held = worked.filter(({ now }) => now.some((span) => span.from <= from && from <= span.to));
    if (next === undefined || held.length === 0) continue;
    const name = [...new Set(held.map(({ shift }) => shift))].sort().join(' + ');
    days.set(name, union([...(days.get(name) ?? []), { from, to: next - 1 }]));
  }
  return days;
}

/** CAP-02, CAP-05. How one person moves the counts when they are posted on these days. */
export function counted(
  profile: Profile,
  posted: readonly Span[],
  { view, columns }: { view: View; columns: Columns },
): Moves {
  const moves: Moves = new Map();
  for (const span of posted) moveDays(moves, columns.cell(POSTED), span);
  const present = difference(posted, profile.away[view]);
  for (const { skillId, [view]: held } of profile.held) {
    for (const each of held) {
      for (const days of intersection(present, [each])) {
        const { alone, supervised } = each;
        if (alone > 0) moveDays(moves, columns.cell(skillId, alone), days);
        if (supervised === alone) continue;
        const column = supervisedColumn(skillId);
        moveDays(moves, columns.cell(column, supervised), days);
        if (alone > 0) moveDays(moves, columns.cell(column, alone), { ...days, by: -1 });
      }
    }
  }
  return moves;
}
