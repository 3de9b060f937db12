import { createHash } from 'node:crypto';

/** A response that wants so many markers more. */
export interface Wanted<Response extends string, Marker extends string> {
  readonly responseId: Response;
  readonly count: number;
  /** Who may mark it: legitimate, without conflict, and without a task for it now or before. */
  readonly eligible: readonly Marker[];
}

export interface ToSpread<Response extends string, Marker extends string> {
  readonly wanted: readonly Wanted<Response, Marker>[];
  /** What each marker has already and keeps. Whoever is not in it is no marker. */
  readonly loads: ReadonlyMap<Marker, number>;
  /** Breaks ties, so that the same two do not always meet. */
  readonly seed: string;
}

/** One response on one desk. */
export interface Placed<Response extends string, Marker extends string> {
  readonly responseId: Response;
  markerId: Marker;
}

/**
 * ASM-114: spreads responses over markers as evenly as their conflicts allow: within one of each other whenever any way of
 * doing it is. First each goes to whoever has least; then, as long as somebody has two more than another, work moves
 * along a path of markers from the one to the other (an augmenting path: without one, no other spread is more even).
 */
export function spread<R extends string, M extends string>(given: ToSpread<R, M>): Placed<R, M>[] {
  const desks = new Desks(given);
  const hardestFirst = [...given.wanted].sort((a, b) => a.eligible.length - b.eligible.length);
  for (const wanted of hardestFirst) desks.place(wanted);
  while (desks.improve());
  return desks.placed();
}

class Desks<R extends string, M extends string> {
  private readonly loads: Map<M, number>;
  private readonly desks = new Map<M, Placed<R, M>[]>();
  private readonly eligible: ReadonlyMap<R, readonly M[]>;
  private readonly holders = new Map<R, Set<M>>();

  constructor(private readonly given: ToSpread<R, M>) {
    this.loads = new Map(given.loads);
    for (const marker of given.loads.keys()) this.desks.set(marker, []);
    this.eligible = new Map(given.wanted.map(({ responseId, eligible }) => [responseId, eligible]));
  }

  placed(): Placed<R, M>[] {
    return [...this.desks.values()].flat();
  }

  place({ responseId, count, eligible }: Wanted<R, M>): void {
    const byLoad = eligible
      .filter((marker) => this.loads.has(marker))
      .map((marker) => ({ marker, load: this.loadOf(marker), tie: this.tie(responseId, marker) }))
      .sort((a, b) => a.load - b.load || (a.tie < b.tie ? -1 : 1));
    for (const { marker } of byLoad.slice(0, count)) this.put({ responseId, markerId: marker }, marker);
  }

  /** Moves one response's worth of work from somebody to somebody with at least two less; false when nobody can. */
  improve(): boolean {
    const fullestFirst = [...this.loads.keys()].sort((a, b) => this.loadOf(b) - this.loadOf(a));
    return fullestFirst.some((marker) => this.relieve(marker));
  }

  private relieve(from: M): boolean {
    const cameBy = new Map<M, Placed<R, M>>();
    const queue = [from];
    for (const marker of queue) {
      for (const piece of this.desks.get(marker) ?? []) {
        for (const next of this.eligible.get(piece.responseId) ?? []) {
          if (next === from || cameBy.has(next) || !this.canTake(next, piece)) continue;
          cameBy.set(next, piece);
          if (this.loadOf(next) <= this.loadOf(from) - 2) return this.shift(from, next, cameBy);
          queue.push(next);
        }
      }
    }
    return false;
  }

  /** Walks the path back from its end: each marker on it gives one on and takes one. */
  private shift(from: M, end: M, cameBy: ReadonlyMap<M, Placed<R, M>>): true {
    for (let marker = end; marker !== from; ) {
      const piece = cameBy.get(marker);
      if (piece === undefined) throw new Error('A path of markers is broken');
      const giver = piece.markerId;
      this.take(piece, giver);
      this.put(piece, marker);
      marker = giver;
    }
    return true;
  }

  private canTake(marker: M, piece: Placed<R, M>): boolean {
    return this.loads.has(marker) && this.holders.get(piece.responseId)?.has(marker) !== true;
  }

  private put(piece: Placed<R, M>, marker: M): void {
    piece.markerId = marker;
    this.desks.get(marker)?.push(piece);
    this.loads.set(marker, this.loadOf(marker) + 1);
    const holders = this.holders.get(piece.responseId) ?? new Set<M>();
    this.holders.set(piece.responseId, holders.add(marker));
  }

  private take(piece: Placed<R, M>, marker: M): void {
    const desk = this.desks.get(marker) ?? [];
    desk.splice(desk.indexOf(piece), 1);
    this.loads.set(marker, this.loadOf(marker) - 1);
    this.holders.get(piece.responseId)?.delete(marker);
  }

  private loadOf(marker: M): number {
    return this.loads.get(marker) ?? 0;
  }

  private tie(responseId: R, marker: M): string {
    return createHash('sha256').update(`${this.given.seed} ${responseId} ${marker}`).digest('hex');
  }
}
