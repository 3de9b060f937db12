import type { BankItem } from '../item/item.js';
import type { PaperRules } from './blueprint.js';
import { isInScope } from './demands.js';

/** What is drawn whole or not at all: one item, or every ready item of one stimulus, in the order of their keys. */
export interface Unit {
  readonly items: readonly BankItem[];
}

/** What papers can be made of: units, groups of units of which at most one is taken, and units that are always taken. */
export interface Choice {
  readonly units: readonly Unit[];
  /** Places in `units`; each group has two or more. */
  readonly clashes: readonly (readonly number[])[];
  /** Places in `units`, by fixed item. */
  readonly fixed: ReadonlyMap<string, number>;
  /** Fixed items that no paper can hold, whatever else it holds. */
  readonly undrawable: readonly string[];
}

/**
 * The items that pass, less the sets of which a member does not: a set is drawn whole, so one that cannot be is not drawn.
 * Items that have retired have left their set, and are not asked about.
 */
export function keepWhole(items: readonly BankItem[], passes: (item: BankItem) => boolean): BankItem[] {
  const broken = new Set<string>();
  for (const item of items) if (item.stimulusId !== null && !passes(item)) broken.add(item.stimulusId);
  return items.filter((item) => passes(item) && (item.stimulusId === null || !broken.has(item.stimulusId)));
}

/** What the rules leave to choose from. Items that are not for papers or not ready are as if they were not there. */
export function choiceOf(rules: PaperRules, items: readonly BankItem[]): Choice {
  const present = items.filter(({ use, state }) => use === 'paper' && state === 'ready');
  const groups = [...rules.exclusions, ...ownExclusions(present)];
  const units = unitsOf(keepWhole(present, (item) => isInScope(rules, item))).filter(
    (unit) => unit.items.length <= rules.count && !groups.some((group) => clashesWithin(unit, group)),
  );
  const unitOf = new Map(units.flatMap((unit, place) => unit.items.map(({ key }) => [key, place] as const)));
  const placesOf = (keys: readonly string[]) => [...new Set(keys.flatMap((key) => unitOf.get(key) ?? []))];
  return {
    units,
    clashes: groups.map(placesOf).filter((group) => group.length > 1),
    fixed: new Map(rules.fixed.flatMap((key) => withPlace(key, unitOf.get(key)))),
    undrawable: rules.fixed.filter((key) => !unitOf.has(key)),
  };
}

/** A set whose own items exclude each other is drawn by no paper. */
function clashesWithin({ items }: Unit, group: readonly string[]): boolean {
  return items.filter(({ key }) => group.includes(key)).length > 1;
}

function withPlace(key: string, place: number | undefined): [string, number][] {
  return place === undefined ? [] : [[key, place]];
}

/** Pairs of items of which one says that it gives the other away, or is given away by it. */
function ownExclusions(items: readonly BankItem[]): string[][] {
  return items.flatMap((item) => (item.excludes ?? []).map((other) => [item.key, other]));
}

function unitsOf(items: readonly BankItem[]): Unit[] {
  const sets = new Map<string, BankItem[]>();
  for (const item of [...items].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const name = item.stimulusId === null ? `item:${item.key}` : `set:${item.stimulusId}`;
    sets.set(name, [...(sets.get(name) ?? []), item]);
  }
  return [...sets.values()].map((own) => ({ items: own }));
}
