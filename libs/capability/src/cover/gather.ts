import type { UnitId } from '@app/identity';
import type { Columns } from './columns.js';
import { ANY, byShift, counted, expand, type MovesByTally, tallyName } from './expand.js';
import { addMoves, type Moves } from './moves.js';
import type { Post, Profile, View } from './profile.js';
import { overlap } from './span.js';

/**
 * The tallies of a unit while a rebuild goes through the tree from the bottom up. Somebody whose postings never overlap counts
 * in each of them apart, and a unit above adds up those below; of the few whose postings overlap, what that counts too often
 * is taken out again where their paths meet. So each person is counted where they are posted only, and the memory needed is that
 * of one path of the tree.
 */
export class Gathering {
  /** By role, shift (empty: none) and view: what is simply added up. */
  private readonly plain = new Map<string, { role: string; shift: string; view: View; moves: Moves }>();

  /** Counts a posting of this very unit. */
  count(profile: Profile, post: Post, columns: Columns): void {
    const shifts = byShift([post]);
    const [shift = ''] = shifts.keys();
    const now = counted(profile, post.now, { view: 'now', columns });
    this.add({ role: post.roleId, shift, view: 'now' }, now);
    this.add(
      { role: post.roleId, shift: '', view: 'past' },
      counted(profile, post.past, { view: 'past', columns }),
    );
  }

  /** Adds a unit below. */
  include(below: Gathering): void {
    for (const { moves, ...key } of below.plain.values()) this.add(key, moves);
  }

  /** The tallies of the unit, by what was taken out of them for those whose postings overlap. */
  tallies(unitId: UnitId | null, corrections: MovesByTally): MovesByTally {
    const tallies: MovesByTally = new Map();
    for (const { role, shift, view, moves } of this.plain.values()) {
      for (const roleId of [role, ANY]) {
        for (const each of shift === '' ? [ANY] : [ANY, shift]) {
          const key = { view, unitId, roleId, shift: each };
          const known = tallies.get(tallyName(key)) ?? { key, moves: new Map<number, number>() };
          tallies.set(tallyName(key), known);
          addMoves(known.moves, moves);
        }
      }
    }
    for (const [name, { key, moves }] of corrections) {
      if (key.unitId !== unitId) continue;
      const known = tallies.get(name) ?? { key, moves: new Map<number, number>() };
      tallies.set(name, known);
      addMoves(known.moves, moves);
      corrections.delete(name);
    }
    return tallies;
  }

  private add(key: { role: string; shift: string; view: View }, moves: Moves): void {
    if (moves.size === 0) return;
    const name = `${key.view}|${key.role}|${key.shift}`;
    const known = this.plain.get(name) ?? { ...key, moves: new Map<number, number>() };
    this.plain.set(name, known);
    addMoves(known.moves, moves);
  }
}

/** Whether some of a person's postings hold on the same day. */
export function overlaps({ posts }: Profile): boolean {
  return (['now', 'past'] as const).some((view) => overlap(posts.map((post) => post[view])));
}

/** What adding up somebody's postings one by one counts wrongly, with the sign that puts it right. */
export function correct(into: MovesByTally, profile: Profile, columns: Columns): void {
  expand(into, profile, { columns, times: 1 });
  for (const post of profile.posts) expand(into, { ...profile, posts: [post] }, { columns, times: -1 });
}
