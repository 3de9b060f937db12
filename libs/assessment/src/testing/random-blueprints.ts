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

/** Sizes: `small` ones can be tried through, `large` ones are as real banks are. */
const SIZES = {
  small: { items: [6, 8], quotas: [1, 3], quota: [1, 2], rest: [0, 1], sets: 2, groups: 2, fixed: 2 },
  large: { items: [40, 90], quotas: [3, 8], quota: [1, 4], rest: [0, 5], sets: 6, groups: 15, fixed: 3 },
} as const;

/** A random case of the size. Everything that blueprints know of occurs: bands, tags, sets, exclusions of both kinds, fixed items. */
export function caseOf(random: SeededRandom, size: keyof typeof SIZES): Case {
  const within = ([low, high]: readonly [number, number]) => low + random.below(high - low + 1);
  const chance = (percent: number) => random.below(100) < percent;
  const one = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[random.below(list.length)] as T;
  const most = SIZES[size];
  const sets = random.below(most.sets + 1);
  const items = Array.from({ length: within(most.items) }, (_, place): BankItem => {
    const more: Partial<BankItem> = {
      skillId: chance(4) ? 'DEV-01' : one(SKILLS),
      level: chance(10) ? 3 : 1 + random.below(2),
      type: one(TYPES),
      state: chance(4) ? 'retired' : 'ready',
      tags: chance(40) ? ['a'] : [],
      difficulty: chance(80) ? one(BANDS) : null,
      stimulusId: sets > 0 && chance(25) ? `S${random.below(sets)}` : null,
      exposure: random.below(4),
      ...(chance(6) ? { excludes: [keyOf(random.below(9))] } : {}),
    };
    return bankItem(keyOf(place), more);
  });
  const keys = items.map(({ key }) => key);
  const quotas = Array.from(
    { length: within(most.quotas) },
    (): Quota => ({
      count: within(most.quota),
      ...(chance(50) ? { skillId: one(SKILLS) } : {}),
      ...(chance(20) ? { maxLevel: 1 + random.below(2) } : {}),
      ...(chance(12) ? { types: one([['single'], ['multiple', 'order'], ['written']] as ItemType[][]) } : {}),
      ...(chance(15) ? { tag: 'a' } : {}),
      ...(chance(15) ? { difficulty: one(BANDS) } : {}),
    }),
  );
  const rules: PaperRules = {
    count: quotas.reduce((total, { count }) => total + count, within(most.rest)),
    quotas,
    scope: SKILLS.map((skillId) => ({ skillId, maxLevel: 2 + random.below(2) })),
    fixed: random.shuffled(keys).slice(0, chance(25) ? random.below(most.fixed + 1) : 0),
    exclusions: Array.from({ length: random.below(most.groups + 1) }, () =>
      random.shuffled(keys).slice(0, 2 + random.below(3)),
    ),
  };
  const candidates = items.map((item) => ({ item, lastSeen: chance(50) ? null : 1 + random.below(3) }));
  return { rules, candidates };
}

function keyOf(place: number): string {
  return `Q${String(place).padStart(2, '0')}`;
}
