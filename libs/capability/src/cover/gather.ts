import type { UnitId } from '@app/identity';
import type { Columns } from './columns.js';
import { ANY, byShift, counted, expand, type MovesByTally, type TallyKey, tallyName } from './expand.js';
import type { Moves } from './moves.js';
import { MovesSum } from './moves-sum.js';
import type { Post, Profile, View } from './profile.js';
import { overlap } from './span.js';
import type { Pairs } from './tally.js';

/** What is simply added up of one role, shift and view. */
interface Plain {
  readonly role: string;
  /** Empty: none. */
  readonly shift: string;
  readonly view: View;
  readonly sum: MovesSum;
}

/**
 * The tallies of a unit while a rebuild goes through the tree from the bottom up. Somebody whose postings never overlap counts
 * in each of them apart, and a unit above adds up those below; of the few whose postings overlap, what that counts too often
 * is taken out again where their paths meet. So each person is counted where they are posted only, and the memory needed is that
 * of one path of the tree.
 */
export class Gathering {
  private readonly plain = new Map<string, Plain>();

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
    for (const { sum, ...key } of below.plain.values()) this.sumOf(key).include(sum);
  }

  /** The tallies of the unit one after another, by what was taken out of them for those whose postings overlap. */
  *tallies(unitId: UnitId | null, corrections: MovesByTally): Generator<{ key: TallyKey; pairs: Pairs }> {
    const sources = this.sources(unitId);
    for (const [name, { key }] of corrections)
      if (key.unitId === unitId && !sources.has(name)) sources.set(name, { key, of: [] });
    for (const [name, { key, of }] of sources) {
      const sum = new MovesSum();
      for (const each of of) sum.include(each);
      sum.addAll(corrections.get(name)?.moves ?? []);
      corrections.delete(name);
      yield { key, pairs: sum.pairs() };
    }
  }

  /** What each tally of the unit is the sum of. */
  private sources(unitId: UnitId | null): Map<string, { key: TallyKey; of: MovesSum[] }> {
    const sources = new Map<string, { key: TallyKey; of: MovesSum[] }>();
    for (const { role, shift, view, sum } of this.plain.values()) {
      for (const roleId of [role, ANY]) {
        for (const each of shift === '' ? [ANY] : [ANY, shift]) {
          const key = { view, unitId, roleId, shift: each };
          const known = sources.get(tallyName(key)) ?? { key, of: [] };
          sources.set(tallyName(key), known);
          known.of.push(sum);
        }
      }
    }
    return sources;
  }

  private add(key: Omit<Plain, 'sum'>, moves: Moves): void {
    if (moves.size > 0) this.sumOf(key).addAll(moves);
  }

  private sumOf({ role, shift, view }: Omit<Plain, 'sum'>): MovesSum {
    const name = `${view}|${role}|${shift}`;
    const known = this.plain.get(name) ?? { role, shift, view, sum: new MovesSum() };
    this.plain.set(name, known);
    return known.sum;
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
