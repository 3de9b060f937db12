import type { BankItem } from '../item/item.js';
import type { PaperRules } from './blueprint.js';
import { type Demand, demandsOf, serves } from './demands.js';
import { fillQuotas } from './fill-quotas.js';
import type { Solve, Term } from './integer-problem.js';
import { type PaperProblem, paperProblem, wholePaper } from './paper-problem.js';
import { smallestConflict } from './smallest-conflict.js';
import { type Choice, choiceOf } from './units.js';

/** One thing that a blueprint asks for: places of a demand, or a fixed item. */
export type Requirement =
  | { readonly kind: 'demand'; readonly place: number; readonly demand: Demand }
  | { readonly kind: 'fixed'; readonly itemKey: string };

/** New items that would do: so many that answer to the demand. */
export interface Addition {
  readonly demand: Demand;
  readonly count: number;
}

/** Why a blueprint cannot be met. */
export type Shortage =
  /** Fixed items that no paper can hold at all. */
  | { readonly kind: 'fixed'; readonly keys: readonly string[] }
  | {
      readonly kind: 'conflict';
      /** A smallest set of requirements that no paper holds together: no set of fewer is impossible. */
      readonly conflict: readonly Requirement[];
      /** How many places the conflict asks for, and the most of them that any paper could fill. */
      readonly needed: number;
      readonly available: number;
      /** The fewest new items, in scope and free of exclusions, with which the whole blueprint would hold; null: none would do. */
      readonly mend: readonly Addition[] | null;
    };

/** Whether exclusions or sets tie items together. Without them the papers are the bases of a matroid. */
export function isPlain({ units, clashes }: Choice): boolean {
  return clashes.length === 0 && units.every(({ items }) => items.length === 1);
}

/** ASM-07: whether some paper holds every rule at once: exactly, by maximum flow or by the solver. */
export async function canBeMet(
  rules: PaperRules,
  items: readonly BankItem[],
  solve: Solve,
): Promise<boolean> {
  const choice = choiceOf(rules, items);
  if (choice.undrawable.length > 0) return false;
  if (isPlain(choice)) return isMetPlainly(rules, choice);
  return (await solve(wholePaper(rules, choice, demandsOf(rules)).problem.data())) !== null;
}

/** ASM-07: why no paper holds every rule at once; null when some paper does. */
export async function shortageOf(
  rules: PaperRules,
  items: readonly BankItem[],
  solve: Solve,
): Promise<Shortage | null> {
  const choice = choiceOf(rules, items);
  if (choice.undrawable.length > 0) return { kind: 'fixed', keys: choice.undrawable };
  if (await canBeMet(rules, items, solve)) return null;
  const requirements = requirementsOf(rules);
  const places = await smallestConflict(
    requirements.length,
    (held) => widest({ rules, choice, requirements }, held, solve),
    solve,
  );
  const conflict = requirements.filter((_, place) => places.includes(place));
  const needed = conflict.reduce((total, one) => total + weightOf(one), 0);
  const available = await mostFilled({ rules, choice, requirements: conflict }, solve);
  return { kind: 'conflict', conflict, needed, available, mend: await fewestAdded(rules, choice, solve) };
}

function isMetPlainly(rules: PaperRules, choice: Choice): boolean {
  const demands = demandsOf(rules);
  const fixedFirst = [...choice.fixed.values(), ...choice.units.keys()];
  const order = [...new Set(fixedFirst)].flatMap((unit) => choice.units[unit]?.items ?? []);
  const { servant, shortfall } = fillQuotas(
    demands.map((demand) => ({ count: demand.count, servedBy: (place) => isServed(order[place], demand) })),
    order.length,
  );
  return shortfall === null && [...choice.fixed.keys()].every((_, place) => servant.has(place));
}

function isServed(item: BankItem | undefined, demand: Demand): boolean {
  return item !== undefined && serves(item, demand);
}

function requirementsOf(rules: PaperRules): Requirement[] {
  return [
    ...demandsOf(rules).map((demand, place): Requirement => ({ kind: 'demand', place, demand })),
    ...rules.fixed.map((itemKey): Requirement => ({ kind: 'fixed', itemKey })),
  ];
}

function weightOf(requirement: Requirement): number {
  return requirement.kind === 'demand' ? requirement.demand.count : 1;
}

interface Asked {
  readonly rules: PaperRules;
  readonly choice: Choice;
  readonly requirements: readonly Requirement[];
}

/** What of a requirement a paper fills: its places, or the fixed item itself. */
function fills({ choice }: Asked, paper: PaperProblem, requirement: Requirement): readonly Term[] {
  if (requirement.kind === 'demand') return paper.filled[requirement.place] ?? [];
  return [[paper.units[choice.fixed.get(requirement.itemKey) ?? 0] ?? 0, 1]];
}

function loosePaper({ rules, choice }: Asked): PaperProblem {
  const paper = paperProblem(rules, choice, demandsOf(rules));
  paper.problem.row(0, rules.count, paper.size);
  return paper;
}

/** As many requirements as one paper can hold, these among them; null when not even these can be held together. */
async function widest(asked: Asked, held: readonly number[], solve: Solve): Promise<number[] | null> {
  const paper = loosePaper(asked);
  const columns = asked.requirements.map((requirement) => {
    const column = paper.problem.column(1, 'whole');
    const terms = fills(asked, paper, requirement);
    paper.problem.row(0, Infinity, [...terms, [column, -weightOf(requirement)]]);
    return column;
  });
  for (const place of held) paper.problem.fix(columns[place] ?? 0, 1);
  paper.problem.maximise(columns.map((column) => [column, 1]));
  const values = await solve(paper.problem.data());
  return values === null
    ? null
    : columns.flatMap((column, place) => ((values[column] ?? 0) > 0.5 ? [place] : []));
}

/** The most places of these requirements that any paper fills. */
async function mostFilled(asked: Asked, solve: Solve): Promise<number> {
  const paper = loosePaper(asked);
  const terms = asked.requirements.flatMap((requirement) => {
    const own = fills(asked, paper, requirement);
    paper.problem.row(0, weightOf(requirement), own);
    return own;
  });
  paper.problem.maximise(terms);
  const values = (await solve(paper.problem.data())) ?? [];
  return Math.round(terms.reduce((total, [column]) => total + (values[column] ?? 0), 0));
}

/** The fewest new items by demand, as few of the later demands as may be; null when no number of them would do. */
async function fewestAdded(rules: PaperRules, choice: Choice, solve: Solve): Promise<Addition[] | null> {
  const demands = demandsOf(rules);
  const paper = paperProblem(rules, choice, demands);
  const added = demands.map(({ count }) => paper.problem.column(count, 'whole'));
  for (const [place, { count }] of demands.entries())
    paper.problem.row(count, count, [...(paper.filled[place] ?? []), [added[place] ?? 0, 1]]);
  paper.problem.row(rules.count, rules.count, [...paper.size, ...added.map((column): Term => [column, 1])]);
  for (const unit of choice.fixed.values()) paper.problem.fix(paper.units[unit] ?? 0, 1);
  paper.problem.maximise(added.map((column) => [column, -1]));
  const values = await solve(paper.problem.data());
  if (values === null) return null;
  const additions = demands.map((demand, place) => ({
    demand,
    count: Math.round(values[added[place] ?? 0] ?? 0),
  }));
  return additions.filter(({ count }) => count > 0);
}
