import type { PaperRules } from './blueprint.js';
import { demandsOf, serves } from './demands.js';
import type { Preferred } from './drawing.js';

/**
 * Fills the demands of a blueprint by kinds of items: those that serve the same demands are one kind, since a blueprint
 * cannot tell them apart. A maximum flow as `fillQuotas` is, but some twenty times quicker for banks of real size, for draws
 * that have to be tried in several ways.
 */
export class KindFlow {
  private readonly room: readonly number[];
  /** For each kind: the demands it serves. */
  private readonly serves: number[][] = [];
  private readonly kindOf = new Map<Preferred, number>();

  constructor(rules: PaperRules, things: readonly Preferred[]) {
    const demands = demandsOf(rules);
    this.room = demands.map(({ count }) => count);
    const kinds = new Map<string, number>();
    for (const thing of things) {
      const served = demands.flatMap((demand, place) => (serves(thing.item, demand) ? [place] : []));
      const name = served.join();
      const kind = kinds.get(name) ?? this.serves.push(served) - 1;
      kinds.set(name, kind);
      this.kindOf.set(thing, kind);
    }
  }

  /**
   * The best whole filling by the order of the things that holds all of the first `needed`; null when there is none. A kind
   * that finds no place once finds none later, so each thing costs little.
   */
  fill(things: readonly Preferred[], needed: number): Preferred[] | null {
    const state = new Filling(this.serves, this.room);
    const full = new Set<number>();
    const taken: Preferred[] = [];
    for (const [place, thing] of things.entries()) {
      const kind = this.kindOf.get(thing) ?? -1;
      if (!full.has(kind) && state.take(kind)) taken.push(thing);
      else if (place < needed) return null;
      else full.add(kind);
    }
    return state.isFull() ? taken : null;
  }
}

class Filling {
  private readonly held: number[];
  /** How many of each kind stand in each demand. */
  private readonly standing: number[][];

  constructor(
    private readonly serves: readonly (readonly number[])[],
    private readonly room: readonly number[],
  ) {
    this.held = room.map(() => 0);
    this.standing = serves.map(() => room.map(() => 0));
  }

  isFull(): boolean {
    return this.held.every((held, demand) => held === this.room[demand]);
  }

  /** Takes one of the kind, moving others to make room for it. */
  take(kind: number, tried = new Set<number>()): boolean {
    for (const demand of this.serves[kind] ?? []) {
      if (tried.has(demand)) continue;
      tried.add(demand);
      if (!this.hasRoom(demand) && !this.makeRoom(demand, tried)) continue;
      this.move(kind, demand, 1);
      return true;
    }
    return false;
  }

  private hasRoom(demand: number): boolean {
    return (this.held[demand] ?? 0) < (this.room[demand] ?? 0);
  }

  private makeRoom(demand: number, tried: Set<number>): boolean {
    for (const [kind, standing] of this.standing.entries()) {
      if ((standing[demand] ?? 0) === 0 || !this.take(kind, tried)) continue;
      this.move(kind, demand, -1);
      return true;
    }
    return false;
  }

  private move(kind: number, demand: number, by: number): void {
    const standing = this.standing[kind];
    if (standing !== undefined) standing[demand] = (standing[demand] ?? 0) + by;
    this.held[demand] = (this.held[demand] ?? 0) + by;
  }
}
