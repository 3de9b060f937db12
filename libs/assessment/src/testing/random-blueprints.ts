import type { BankItem, DifficultyBand, ItemType } from '../item/item.js';
import type { PaperRules, Quota } from '../paper/blueprint.js';
import type { Candidate } from '../paper/draw.js';
import type { SeededRandom } from '../paper/random.js';
import { bankItem } from './items.js';

/** A blueprint with the bank it is to be met from. */
export interface Case {
  readonly rules: PaperRules;
  readonly candidates: readonly Candidate[];
}

const SKILLS = ['OLH-01', 'OLH-02', 'OLH-03'] as const;
const BANDS: readonly DifficultyBand[] = ['easy', 'medium', 'hard'];
const TYPES: readonly ItemType[] = ['single', 'single', 'single', 'multiple', 'order', 'written'];

const TYPE_CHOICES: readonly (readonly ItemType[])[] = [['single'], ['multiple', 'order'], ['written']];

/** Sizes: `small` ones can be tried through, `large` ones are as real banks are. */
const SIZES = {
  small: { items: [6, 8], quotas: [1, 3], quota: [1, 2], rest: [0, 1], sets: 2, groups: 2, fixed: 2 },
  large: { items: [40, 90], quotas: [3, 8], quota: [1, 4], rest: [0, 5], sets: 6, groups: 15, fixed: 3 },
} as const;

/**
 * A random case of the size. Everything that blueprints know of occurs: bands, tags, sets, exclusions of both kinds, fixed
 * items, items that have retired or lie out of scope.
 */
export function caseOf(random: SeededRandom, size: keyof typeof SIZES): Case {
  const most = SIZES[size];
  const dice = new Dice(random);
  const sets = random.below(most.sets + 1);
  const items = Array.from({ length: dice.within(most.items) }, (_, place) => itemOf(dice, { place, sets }));
  const keys = items.map(({ key }) => key);
  const quotas = Array.from({ length: dice.within(most.quotas) }, () =>
    quotaOf(dice, dice.within(most.quota)),
  );
  const rules: PaperRules = {
    count: quotas.reduce((total, { count }) => total + count, dice.within(most.rest)),
    quotas,
    scope: SKILLS.map((skillId) => ({ skillId, maxLevel: 2 + random.below(2) })),
    fixed: random.shuffled(keys).slice(0, dice.chance(25) ? random.below(most.fixed + 1) : 0),
    exclusions: Array.from({ length: random.below(most.groups + 1) }, () =>
      random.shuffled(keys).slice(0, 2 + random.below(3)),
    ),
  };
  const candidates = items.map((item) => ({ item, lastSeen: dice.chance(50) ? null : 1 + random.below(3) }));
  return { rules, candidates };
}

function itemOf(dice: Dice, { place, sets }: { place: number; sets: number }): BankItem {
  return bankItem(keyOf(place), {
    skillId: dice.chance(4) ? 'DEV-01' : dice.one(SKILLS),
    level: dice.chance(10) ? 3 : dice.within([1, 2]),
    type: dice.one(TYPES),
    state: dice.chance(4) ? 'retired' : 'ready',
    tags: dice.chance(40) ? ['a'] : [],
    difficulty: dice.chance(80) ? dice.one(BANDS) : null,
    stimulusId: sets > 0 && dice.chance(25) ? `S${dice.within([1, sets])}` : null,
    exposure: dice.within([0, 3]),
    ...(dice.chance(6) ? { excludes: [keyOf(dice.within([0, 8]))] } : {}),
  });
}

function quotaOf(dice: Dice, count: number): Quota {
  return {
    count,
    ...(dice.chance(50) ? { skillId: dice.one(SKILLS) } : {}),
    ...(dice.chance(20) ? { maxLevel: dice.within([1, 2]) } : {}),
    ...(dice.chance(12) ? { types: dice.one(TYPE_CHOICES) } : {}),
    ...(dice.chance(15) ? { tag: 'a' } : {}),
    ...(dice.chance(15) ? { difficulty: dice.one(BANDS) } : {}),
  };
}

/** Choices by a seeded generator. */
class Dice {
  constructor(private readonly random: SeededRandom) {}

  within([low, high]: readonly [number, number]): number {
    return low + this.random.below(high - low + 1);
  }

  chance(percent: number): boolean {
    return this.random.below(100) < percent;
  }

  one<T>(list: readonly T[]): T {
    return list[this.random.below(list.length)] as T;
  }
}

function keyOf(place: number): string {
  return `Q${String(place).padStart(2, '0')}`;
}
