/** A demand for `count` things, and which of the things (by place in the list) may serve it. */
export interface Demand {
  readonly count: number;
  readonly servedBy: (thing: number) => boolean;
}

/** Demands that cannot be met together, with what they need and how many things could serve any of them. */
export interface Shortfall {
  /** Places in the list of demands. */
  readonly demands: readonly number[];
  readonly needed: number;
  readonly available: number;
}

/** Which demand each chosen thing serves, by place of the thing; and what falls short, if anything. */
export interface Filling {
  readonly servant: ReadonlyMap<number, number>;
  readonly shortfall: Shortfall | null;
}

/**
 * Fills demands with things, each thing serving one demand at most, as a maximum flow: a thing is taken when some chain
 * of exchanges makes room for it. Things are tried in the order given, and one that is taken is never dropped again,
 * only moved to another demand; since such sets form a matroid, the taken are the best possible by that order, and a
 * shortfall is proved, not guessed: the demands named could not be met by any choice.
 */
export function fillQuotas(demands: readonly Demand[], things: number): Filling {
  const flow = new Flow(demands);
  for (let thing = 0; thing < things; thing++) flow.take(thing);
  return { servant: flow.servant, shortfall: flow.shortfall(things) };
}

class Flow {
  /** Thing → demand. */
  readonly servant = new Map<number, number>();
  private readonly held: number[];

  constructor(private readonly demands: readonly Demand[]) {
    this.held = demands.map(() => 0);
  }

  /** Takes the thing if a chain of exchanges makes room for it. */
  take(thing: number): boolean {
    return this.place(thing, new Set());
  }

  private place(thing: number, visited: Set<number>): boolean {
    for (const [index, demand] of this.demands.entries()) {
      if (visited.has(index) || !demand.servedBy(thing)) continue;
      visited.add(index);
      if (this.hasRoom(index) || this.makeRoom(index, visited)) {
        this.servant.set(thing, index);
        this.held[index] = this.count(index) + 1;
        return true;
      }
    }
    return false;
  }

  private makeRoom(index: number, visited: Set<number>): boolean {
    const servants = [...this.servant].filter(([, serves]) => serves === index);
    for (const [thing] of servants) {
      if (!this.place(thing, visited)) continue;
      this.held[index] = this.count(index) - 1;
      return true;
    }
    return false;
  }

  private hasRoom(index: number): boolean {
    return this.count(index) < (this.demands[index]?.count ?? 0);
  }

  private count(index: number): number {
    return this.held[index] ?? 0;
  }

  /** The demands that contend for too few things: those reachable from an unmet one through exchanges (a minimum cut). */
  shortfall(things: number): Shortfall | null {
    const unmet = this.demands.findIndex((_, index) => this.hasRoom(index));
    if (unmet === -1) return null;
    const contending = new Set([unmet]);
    const wanted = new Set<number>();
    for (const index of contending) {
      for (let thing = 0; thing < things; thing++) {
        if (this.demands[index]?.servedBy(thing) !== true) continue;
        wanted.add(thing);
        const serves = this.servant.get(thing);
        if (serves !== undefined) contending.add(serves);
      }
    }
    const demands = [...contending].sort((a, b) => a - b);
    const needed = demands.reduce((total, index) => total + (this.demands[index]?.count ?? 0), 0);
    return { demands, needed, available: wanted.size };
  }
}
