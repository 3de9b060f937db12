import type { Drawing, Preferred } from './drawing.js';
import { KindFlow } from './kind-flow.js';
import type { Choice } from './units.js';

/** How many ways may be looked at here before the solver is asked: some tens of milliseconds. */
const MOST_WAYS = 400;

/** A way of deciding some units, with the best filling when all the others are left free of exclusions and wholeness. */
interface Way {
  readonly taken: ReadonlySet<number>;
  readonly left: ReadonlySet<number>;
  readonly filling: readonly Preferred[];
  /** How good it could be at best: compared number by number, the more the better. */
  readonly worth: readonly number[];
}

/**
 * The best paper by branching: the most promising way is looked at first; where its filling breaks a set or an exclusion,
 * one unit of it is decided, both ways. No paper below a way is better than its filling, so the first filling that keeps
 * every rule is the best paper. Null, proved: there is none. `open`: too many ways.
 */
export function branch(drawing: Drawing): ReadonlySet<number> | null | 'open' {
  const tree = new Tree(drawing);
  const ways = tree.begin();
  for (let looked = 0; looked < MOST_WAYS; looked++) {
    const best = popBest(ways);
    if (best === undefined) return null;
    const broken = tree.brokenBy(best);
    if (broken === undefined) return new Set(best.filling.map(({ unit }) => unit));
    ways.push(...tree.decide(best, broken));
  }
  return 'open';
}

class Tree {
  private readonly flow: KindFlow;
  private readonly choice: Choice;
  private readonly preferred: readonly Preferred[];
  /** For each unit, those that no paper holds with it. */
  private readonly apart: ReadonlySet<number>[];

  constructor({ rules, choice, preferred }: Drawing) {
    this.flow = new KindFlow(rules, preferred);
    this.choice = choice;
    this.preferred = preferred;
    this.apart = choice.units.map(() => new Set<number>());
    for (const group of choice.clashes)
      for (const unit of group)
        this.apart[unit] = new Set([...(this.apart[unit] ?? []), ...group.filter((other) => other !== unit)]);
  }

  begin(): Way[] {
    let taken: ReadonlySet<number> = new Set();
    let left: ReadonlySet<number> = new Set();
    for (const unit of this.choice.fixed.values()) {
      taken = new Set([...taken, unit]);
      left = new Set([...left, ...(this.apart[unit] ?? [])]);
    }
    return this.way(taken, left);
  }

  /** The most preferred unit that the filling holds in part, or beside one that excludes it. */
  brokenBy({ filling }: Way): number | undefined {
    const held = new Map<number, number>();
    for (const { unit } of filling) held.set(unit, (held.get(unit) ?? 0) + 1);
    return filling.find(({ unit }) => {
      const isPart = held.get(unit) !== this.choice.units[unit]?.items.length;
      return isPart || [...(this.apart[unit] ?? [])].some((other) => held.has(other));
    })?.unit;
  }

  decide({ taken, left }: Way, unit: number): Way[] {
    const withIt = this.way(new Set([...taken, unit]), new Set([...left, ...(this.apart[unit] ?? [])]));
    return [...withIt, ...this.way(taken, new Set([...left, unit]))];
  }

  private way(taken: ReadonlySet<number>, left: ReadonlySet<number>): Way[] {
    if ([...taken].some((unit) => left.has(unit))) return [];
    const first = this.preferred.filter(({ unit }) => taken.has(unit));
    const rest = this.preferred.filter(({ unit }) => !taken.has(unit) && !left.has(unit));
    const filling = this.flow.fill([...first, ...rest], first.length);
    return filling === null ? [] : [{ taken, left, filling, worth: this.worthOf(filling) }];
  }

  private worthOf(filling: readonly Preferred[]): number[] {
    const held = new Set(filling);
    const classes: number[] = Array.from({ length: (this.preferred.at(-1)?.class ?? 0) + 1 }, () => 0);
    for (const { class: place } of filling) classes[place] = (classes[place] ?? 0) + 1;
    return [...classes, ...this.preferred.map((one) => Number(held.has(one)))];
  }
}

function popBest(ways: Way[]): Way | undefined {
  let best = 0;
  for (let place = 1; place < ways.length; place++) if (isBetter(ways[place], ways[best])) best = place;
  return ways.splice(best, 1)[0];
}

function isBetter(a: Way | undefined, b: Way | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const place = a.worth.findIndex((value, index) => value !== b.worth[index]);
  return place !== -1 && (a.worth[place] ?? 0) > (b.worth[place] ?? 0);
}
