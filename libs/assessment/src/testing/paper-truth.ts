import type { BankItem } from '../item/item.js';
import type { PaperRules, Quota } from '../paper/blueprint.js';

/**
 * The slow truth about blueprints, for tests: every choice of a small bank is tried. It shares no code with what it judges,
 * only the types.
 */
export interface Truth {
  /** Every paper that holds all rules, as keys in order. */
  readonly papers: readonly string[][];
  /** Every smallest set of requirements (demands by place, then fixed items) that no choice of items holds together. */
  readonly conflicts: readonly (readonly number[])[];
  /** The fewest new items that would do; null when none would. */
  readonly fewestAdded: number | null;
}

/** Tries everything. For banks of ten items or so. */
export function truthOf(rules: PaperRules, items: readonly BankItem[]): Truth {
  const choices = choicesOf(rules, items);
  const papers = choices.filter((choice) => isPaper(rules, items, choice));
  const added = choices
    .filter((choice) => holdsFixed(rules, choice) && isPlaced(choice, placesOf(rules)))
    .map((choice) => rules.count - choice.length);
  return {
    papers: papers.map((paper) => paper.map(({ key }) => key).sort()),
    conflicts: papers.length > 0 ? [] : smallestOf(rules, choices),
    fewestAdded: added.length === 0 ? null : Math.min(...added),
  };
}

/** Whether these items are a paper of the rules: every rule is looked at by itself. For papers of any size. */
export function isPaper(rules: PaperRules, bank: readonly BankItem[], paper: readonly BankItem[]): boolean {
  return (
    paper.length === rules.count &&
    new Set(paper.map(({ key }) => key)).size === paper.length &&
    isAllowed(rules, bank, paper) &&
    holdsFixed(rules, paper) &&
    isPlaced(paper, placesOf(rules))
  );
}

/** Whether the items may stand together on a paper: in scope, apart where they must be, sets whole. */
function isAllowed(rules: PaperRules, bank: readonly BankItem[], paper: readonly BankItem[]): boolean {
  const keys = new Set(paper.map(({ key }) => key));
  const isApart = rules.exclusions.every((group) => group.filter((key) => keys.has(key)).length <= 1);
  const isOwnApart = bank.every(
    ({ key, excludes = [] }) => !keys.has(key) || !excludes.some((other) => other !== key && keys.has(other)),
  );
  const sets = new Set(paper.flatMap(({ stimulusId }) => stimulusId ?? []));
  const isWhole = bank
    .filter((item) => item.use === 'paper' && item.state === 'ready' && item.stimulusId !== null)
    .every(({ key, stimulusId }) => !sets.has(stimulusId ?? '') || keys.has(key));
  return isApart && isOwnApart && isWhole && paper.every((item) => mayStand(rules, item));
}

function mayStand(rules: PaperRules, item: BankItem): boolean {
  const reach = rules.scope.find(({ skillId }) => skillId === item.skillId)?.maxLevel ?? 0;
  return item.use === 'paper' && item.state === 'ready' && item.type !== 'practical' && item.level <= reach;
}

function holdsFixed(rules: PaperRules, paper: readonly BankItem[]): boolean {
  return rules.fixed.every((fixed) => paper.some(({ key }) => key === fixed));
}

/** One entry for each place of the paper: the quota it belongs to, null for the rest. */
function placesOf(rules: PaperRules): (Quota | null)[] {
  const quotas = rules.quotas.flatMap((quota) => Array.from({ length: quota.count }, () => quota));
  return [...quotas, ...Array.from({ length: rules.count - quotas.length }, () => null)];
}

/** Whether each of the items finds a place of its own (Kuhn's matching). */
function isPlaced(paper: readonly BankItem[], places: readonly (Quota | null)[]): boolean {
  const holder = new Map<number, BankItem>();
  const seat = (item: BankItem, tried: Set<number>): boolean =>
    places.some((quota, place) => {
      if (tried.has(place) || !fits(item, quota)) return false;
      tried.add(place);
      const sitting = holder.get(place);
      if (sitting !== undefined && !seat(sitting, tried)) return false;
      holder.set(place, item);
      return true;
    });
  return paper.every((item) => seat(item, new Set()));
}

function fits(item: BankItem, quota: Quota | null): boolean {
  if (quota === null) return item.type !== 'written';
  const wishes = [
    quota.types === undefined ? item.type !== 'written' : quota.types.includes(item.type),
    quota.skillId === undefined || quota.skillId === item.skillId,
    quota.minLevel === undefined || quota.minLevel <= item.level,
    quota.maxLevel === undefined || quota.maxLevel >= item.level,
    quota.tag === undefined || item.tags.includes(quota.tag),
    quota.difficulty === undefined || quota.difficulty === item.difficulty,
  ];
  return !wishes.includes(false);
}

/** Every set of items that may stand together, no more of them than a paper holds. */
function choicesOf(rules: PaperRules, items: readonly BankItem[]): BankItem[][] {
  const choices: BankItem[][] = [];
  for (let bits = 0; bits < 2 ** items.length; bits++) {
    const choice = items.filter((_, place) => (bits >> place) & 1);
    if (choice.length <= rules.count && isAllowed(rules, items, choice)) choices.push(choice);
  }
  return choices;
}

function smallestOf(rules: PaperRules, choices: readonly BankItem[][]): number[][] {
  const rest = rules.count - rules.quotas.reduce((total, { count }) => total + count, 0);
  const demands: { quota: Quota | null; count: number }[] = rules.quotas.map((quota) => ({
    quota,
    count: quota.count,
  }));
  if (rest > 0) demands.push({ quota: null, count: rest });
  const all = demands.length + rules.fixed.length;
  const isHeld = (set: readonly number[]) => {
    const wanted = set.flatMap((one) => (one < demands.length ? (demands[one] ?? []) : []));
    const fixed = set.flatMap((one) => rules.fixed[one - demands.length] ?? []);
    return choices.some((choice) => holdsFixed({ ...rules, fixed }, choice) && isServed(wanted, choice));
  };
  for (let size = 1; size <= all; size++) {
    const impossible = subsetsOf(all, size).filter((set) => !isHeld(set));
    if (impossible.length > 0) return impossible;
  }
  return [];
}

/** Whether each place of the demands finds an item of its own. */
function isServed(
  demands: readonly { quota: Quota | null; count: number }[],
  items: readonly BankItem[],
): boolean {
  const places = demands.flatMap(({ quota, count }) => Array.from({ length: count }, () => quota));
  const serve = (next: number, free: readonly BankItem[]): boolean => {
    const quota = places[next];
    if (quota === undefined) return true;
    return free.some(
      (item) =>
        fits(item, quota) &&
        serve(
          next + 1,
          free.filter((other) => other !== item),
        ),
    );
  };
  return places.length <= items.length && serve(0, items);
}

function subsetsOf(count: number, size: number): number[][] {
  const sets: number[][] = [];
  for (let bits = 0; bits < 2 ** count; bits++) {
    const set = Array.from({ length: count }, (_, place) => place).filter((place) => (bits >> place) & 1);
    if (set.length === size) sets.push(set);
  }
  return sets;
}
