import { demandsOf } from './demands.js';
import type { Drawing } from './drawing.js';
import type { Solve, Term } from './integer-problem.js';
import { type PaperProblem, wholePaper } from './paper-problem.js';

/** How far apart the factors of one objective may lie: little enough for a solver's arithmetic to keep them exact. */
const WIDEST = 2 ** 14;

/**
 * The best of the papers that keep every rule, as its units; null, proved, when there is none. The order of papers is
 * lexicographic: by the number of items of each class, the most preferred first, then by the units themselves in the order
 * of preference. Each objective decides as many steps of it as its factors have room for; what is decided becomes a rule.
 */
export async function bestPaper(drawing: Drawing, solve: Solve): Promise<ReadonlySet<number> | null> {
  const search = new Search(drawing, solve);
  if (!(await search.decideClasses())) return null;
  await search.decideUnits();
  return search.taken();
}

class Search {
  private readonly paper: PaperProblem;
  private readonly decided = new Map<number, boolean>();
  private last: readonly number[] = [];

  constructor(
    private readonly drawing: Drawing,
    private readonly solve: Solve,
  ) {
    const { rules, choice } = drawing;
    this.paper = wholePaper(rules, choice, demandsOf(rules));
  }

  /** How many items of each class the best paper holds. False when there is no paper. */
  async decideClasses(): Promise<boolean> {
    const { count } = this.drawing.rules;
    const classes = this.classes();
    let held = 0;
    for (let next = 0; next < classes.length && held < count; ) {
      const chunk = takeWhileNarrow(classes.slice(next), (one) => Math.min(sizeOf(one), count) + 1);
      if (!(await this.best(weighted(chunk)))) return false;
      for (const { of: terms } of chunk) held += this.settleClass(terms);
      next += chunk.length;
    }
    return held === count;
  }

  /** Which units, among papers that are equal by their classes. */
  async decideUnits(): Promise<void> {
    const order = [...new Set(this.drawing.preferred.map(({ unit }) => unit))];
    for (;;) {
      const open = order.filter((unit) => !this.decided.has(unit));
      const chunk = takeWhileNarrow(
        open.map((unit): Step => ({ of: [[this.column(unit), 1]] })),
        () => 2,
      );
      if (chunk.length === 0 || this.isFull()) return;
      await this.best(weighted(chunk));
      for (const unit of open.slice(0, chunk.length)) this.settle(unit, this.isTaken(unit));
    }
  }

  /** The units of the best paper found. */
  taken(): ReadonlySet<number> {
    return new Set(this.paper.units.flatMap((_, unit) => (this.isTaken(unit) ? [unit] : [])));
  }

  private async best(objective: Iterable<Term>): Promise<boolean> {
    this.paper.problem.maximise(objective);
    const values = await this.solve(this.paper.problem.data());
    if (values === null) return false;
    this.last = values;
    return true;
  }

  private settleClass(terms: readonly Term[]): number {
    const held = terms.reduce((total, [column, times]) => total + times * this.whole(column), 0);
    this.paper.problem.row(held, held, terms);
    const isAll = terms.every(([column]) => this.whole(column) === 1);
    if (held === 0 || isAll)
      for (const [column] of terms) this.settle(this.paper.units.indexOf(column), isAll);
    return held;
  }

  private settle(unit: number, isTaken: boolean): void {
    this.decided.set(unit, isTaken);
    this.paper.problem.fix(this.column(unit), Number(isTaken));
  }

  private classes(): Step[] {
    const classes: Map<number, number>[] = [];
    for (const { unit, class: place } of this.drawing.preferred) {
      const held = classes[place] ?? new Map<number, number>();
      classes[place] = held.set(this.column(unit), (held.get(this.column(unit)) ?? 0) + 1);
    }
    return classes.map((held) => ({ of: [...held] }));
  }

  private isFull(): boolean {
    const { choice, rules } = this.drawing;
    const held = [...this.decided].filter(([, isTaken]) => isTaken);
    return held.reduce((total, [unit]) => total + (choice.units[unit]?.items.length ?? 0), 0) === rules.count;
  }

  private isTaken(unit: number): boolean {
    return this.whole(this.column(unit)) === 1;
  }

  private whole(column: number): number {
    return Math.round(this.last[column] ?? 0);
  }

  private column(unit: number): number {
    const column = this.paper.units[unit];
    if (column === undefined) throw new RangeError(`No unit ${unit}`);
    return column;
  }
}

/** One step of the order: what is to be as many as possible. */
interface Step {
  readonly of: readonly Term[];
}

function sizeOf({ of: terms }: Step): number {
  return terms.reduce((total, [, times]) => total + times, 0);
}

/** The first steps, one at least, as long as the product of their ranges stays narrow. */
function takeWhileNarrow(
  steps: readonly Step[],
  rangeOf: (step: Step) => number,
): (Step & { range: number })[] {
  const taken: (Step & { range: number })[] = [];
  let width = 1;
  for (const step of steps) {
    const range = rangeOf(step);
    if (taken.length > 0 && width * range > WIDEST) break;
    width *= range;
    taken.push({ ...step, range });
  }
  return taken;
}

/** One objective for several steps: one more of an earlier step outweighs all that the later ones can hold. */
function weighted(steps: readonly (Step & { range: number })[]): Term[] {
  let weight = 1;
  return [...steps].reverse().flatMap(({ of: terms, range }) => {
    const own = weight;
    weight *= range;
    return terms.map(([column, times]): Term => [column, times * own]);
  });
}
