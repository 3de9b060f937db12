import type { PaperRules } from './blueprint.js';
import { type Demand, serves } from './demands.js';
import { IntegerProblem, type Term } from './integer-problem.js';
import type { Choice, Unit } from './units.js';

/** A kind of item: those that serve the same demands are alike to a blueprint. */
interface Kind {
  readonly serves: readonly number[];
  /** How many of the kind each unit brings, by place of the unit. */
  readonly supply: Map<number, number>;
}

/**
 * The papers of a blueprint as an integer programme. A unit's column is 1 when it is on the paper. `filled` columns say how
 * many items of a kind fill places of a demand; they need no whole-number rule, since with whole units and whole counts a
 * transportation problem has whole answers.
 */
export interface PaperProblem {
  readonly problem: IntegerProblem;
  /** A column for each unit. */
  readonly units: readonly number[];
  /** For each demand: what fills its places. */
  readonly filled: readonly (readonly Term[])[];
  /** What a paper holds, item by item: never more than `count`. */
  readonly size: readonly Term[];
}

/** The programme without any demand being demanded yet: units, exclusions, and no more items than the paper holds. */
export function paperProblem(rules: PaperRules, choice: Choice, demands: readonly Demand[]): PaperProblem {
  const problem = new IntegerProblem();
  const units = choice.units.map(() => problem.column(1, 'whole'));
  const filled: Term[][] = demands.map(() => []);
  for (const kind of kindsOf(choice.units, demands)) {
    const supply = [...kind.supply].map(([unit, times]): Term => [units[unit] ?? 0, -times]);
    const fills = kind.serves.map((demand) => {
      const column = problem.column(rules.count, 'any');
      filled[demand]?.push([column, 1]);
      return [column, 1] as const;
    });
    if (fills.length > 0) problem.row(-Infinity, 0, [...fills, ...supply]);
  }
  for (const group of choice.clashes)
    problem.row(
      0,
      1,
      group.map((unit): Term => [units[unit] ?? 0, 1]),
    );
  const size = choice.units.map(({ items }, unit): Term => [units[unit] ?? 0, items.length]);
  return { problem, units, filled, size };
}

/** A paper of exactly these demands: every fixed item on it, every place filled, no item without a place. */
export function wholePaper(rules: PaperRules, choice: Choice, demands: readonly Demand[]): PaperProblem {
  const paper = paperProblem(rules, choice, demands);
  for (const [place, demand] of demands.entries())
    paper.problem.row(demand.count, demand.count, paper.filled[place] ?? []);
  for (const unit of choice.fixed.values()) paper.problem.fix(paper.units[unit] ?? 0, 1);
  paper.problem.row(rules.count, rules.count, paper.size);
  return paper;
}

function kindsOf(units: readonly Unit[], demands: readonly Demand[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const [place, unit] of units.entries()) {
    for (const item of unit.items) {
      const served = demands.flatMap((demand, index) => (serves(item, demand) ? [index] : []));
      const name = served.join();
      const kind = kinds.get(name) ?? { serves: served, supply: new Map<number, number>() };
      kinds.set(name, kind);
      kind.supply.set(place, (kind.supply.get(place) ?? 0) + 1);
    }
  }
  return [...kinds.values()];
}

/** The units taken, by their columns' values. */
export function takenUnits(paper: PaperProblem, values: readonly number[]): number[] {
  return paper.units.flatMap((column, unit) => ((values[column] ?? 0) > 0.5 ? [unit] : []));
}
