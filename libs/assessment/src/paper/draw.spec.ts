import type { PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BankItem, ItemType, ItemVersion } from '../item/item.js';
import { bankItem, itemText, options } from '../testing/items.js';
import { type Blueprint, checkBlueprint, type Quota, USUAL_POLICY } from './blueprint.js';
import {
  answersTo,
  type Candidate,
  canBeMet,
  drawPaper,
  isDrawableBy,
  isInScope,
  shortfallOf,
} from './draw.js';
import { freezePaper } from './freeze-paper.js';
import { SeededRandom } from './random.js';

type Rules = Pick<Blueprint, 'count' | 'quotas' | 'scope'>;

const scope = ['OLH-01', 'OLH-02', 'OLH-03'].map((skillId) => ({ skillId, maxLevel: 2 }));
const seeds = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'.split('')),
  minLength: 32,
  maxLength: 32,
});

const quota: fc.Arbitrary<Quota> = fc.record({
  count: fc.integer({ min: 1, max: 3 }),
  skillId: fc.constantFrom(undefined, 'OLH-01', 'OLH-02', 'OLH-03'),
  maxLevel: fc.constantFrom(undefined, 1, 2),
  types: fc.constantFrom<readonly ItemType[] | undefined>(undefined, ['single'], ['multiple', 'order']),
});
const rules: fc.Arbitrary<Rules> = fc
  .record({ quotas: fc.array(quota, { maxLength: 4 }), rest: fc.integer({ min: 0, max: 3 }) })
  .map(({ quotas, rest }) => ({
    quotas,
    scope,
    count: quotas.reduce((sum, { count }) => sum + count, 0) + rest,
  }))
  .filter(({ count }) => count > 0);
const candidate: fc.Arbitrary<Omit<Candidate, 'item'> & { item: Partial<BankItem> }> = fc.record({
  item: fc.record({
    skillId: fc.constantFrom('OLH-01', 'OLH-02', 'OLH-03', 'DEV-01'),
    level: fc.integer({ min: 1, max: 3 }),
    type: fc.constantFrom<ItemType>('single', 'multiple', 'order', 'written', 'practical'),
    exposure: fc.integer({ min: 0, max: 2 }),
  }),
  lastSeen: fc.option(fc.integer({ min: 1, max: 4 })),
});
const pool = fc
  .array(candidate, { maxLength: 9 })
  .map((list) =>
    list.map(({ item, lastSeen }, place): Candidate => ({ item: bankItem(`Q${place}`, item), lastSeen })),
  );

/** Whether some choice of these items meets the rules, by trying every one: the slow truth beside the flow. */
function canMeet(blueprint: Rules, items: readonly BankItem[]): boolean {
  const quotas = blueprint.quotas.flatMap((one) => Array.from({ length: one.count }, () => one));
  const rest = Array.from({ length: blueprint.count - quotas.length }, (): Quota => ({ count: 1 }));
  const slots = [...quotas, ...rest];
  const place = (slot: number, free: readonly BankItem[]): boolean => {
    const wanted = slots[slot];
    if (wanted === undefined) return true;
    return free.some(
      (item) =>
        isInScope(blueprint, item) &&
        answersTo(wanted, item) &&
        place(
          slot + 1,
          free.filter((other) => other !== item),
        ),
    );
  };
  return place(0, items);
}

function worth({ lastSeen, item }: Candidate): [number, number] {
  return [lastSeen ?? 0, item.exposure];
}

describe('a blueprint', () => {
  it('ASM-07 is decided exactly: as trying every choice decides', () => {
    fc.assert(
      fc.property(rules, pool, (blueprint, candidates) => {
        const items = candidates.map(({ item }) => item).slice(0, 7);
        fc.pre(blueprint.count <= 6);
        expect(shortfallOf(blueprint, items) === null).toBe(canMeet(blueprint, items));
      }),
      { numRuns: 300 },
    );
  });

  it('ASM-07 names the quotas that contend for too few items', () => {
    const blueprint = {
      count: 4,
      scope,
      quotas: [
        { count: 1, skillId: 'OLH-01' },
        { count: 2, skillId: 'OLH-02' },
        { count: 1, skillId: 'OLH-02', types: ['multiple' as const] },
      ],
    };
    const items = [
      bankItem('A', { skillId: 'OLH-01' }),
      bankItem('B', { skillId: 'OLH-02' }),
      bankItem('C', { skillId: 'OLH-02', type: 'multiple' }),
    ];
    let thrown: { facts?: Record<string, unknown> } = {};
    try {
      canBeMet(blueprint, items);
    } catch (error) {
      thrown = error as typeof thrown;
    }
    expect(thrown.facts).toEqual({
      quota: 'OLH-02, level 1–4 + OLH-02, level 1–4, multiple',
      needed: 3,
      available: 2,
    });
  });

  it('ASM-05 leaves practice, unready, practical, strange and too high items in the bank', () => {
    const outside: Partial<BankItem>[] = [
      { use: 'practice' },
      { state: 'in-review' },
      { state: 'retired' },
      { type: 'practical' },
      { skillId: 'DEV-01' },
      { level: 3 },
    ];
    expect(isInScope({ scope }, bankItem('Q'))).toBe(true);
    for (const more of outside) expect(isInScope({ scope }, bankItem('Q', more))).toBe(false);
  });

  it('draws written items only where they are asked for by name', () => {
    expect(answersTo({ count: 1 }, bankItem('Q', { type: 'written' }))).toBe(false);
    expect(answersTo({ count: 1, types: ['written'] }, bankItem('Q', { type: 'written' }))).toBe(true);
  });

  it.each([
    ['an empty paper', { count: 0 }],
    ['quotas beyond the paper', { count: 1, quotas: [{ count: 2 }] }],
    ['a practical item', { count: 1, quotas: [{ count: 1, types: ['practical' as const] }] }],
    ['grace without minutes', { policy: { ...USUAL_POLICY, atDeadline: 'GRACE' as const } }],
    ['minutes without grace', { policy: { ...USUAL_POLICY, graceMinutes: 5 } }],
  ])('ASM-08 may not ask for %s', (_what, more) => {
    const sound = {
      courseCode: 'X',
      componentKey: 'paper',
      count: 2,
      quotas: [],
      scope,
      policy: USUAL_POLICY,
    };
    expect(() => checkBlueprint(sound)).not.toThrow();
    expect(() => checkBlueprint({ ...sound, ...more })).toThrow('BLUEPRINT_MALFORMED');
  });
});

describe('a draw', () => {
  it('ASM-27 gives distinct items in scope that meet every quota, or refuses', () => {
    fc.assert(
      fc.property(rules, pool, seeds, (blueprint, candidates, seed) => {
        const items = candidates.map(({ item }) => item);
        if (shortfallOf(blueprint, items) !== null) {
          expect(() => drawPaper(blueprint, candidates, new SeededRandom(seed))).toThrow('PAPER_SHORT');
          return;
        }
        const drawn = drawPaper(blueprint, candidates, new SeededRandom(seed));
        expect(drawn).toHaveLength(blueprint.count);
        expect(new Set(drawn).size).toBe(blueprint.count);
        expect(shortfallOf(blueprint, drawn)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('ASM-27 prefers the never seen, then the least recently seen, then the least exposed', () => {
    fc.assert(
      fc.property(rules, pool, seeds, (blueprint, candidates, seed) => {
        fc.pre(
          shortfallOf(
            blueprint,
            candidates.map(({ item }) => item),
          ) === null,
        );
        const drawn = new Set(drawPaper(blueprint, candidates, new SeededRandom(seed)));
        // No exchange of one drawn item for a better one that was left out would still meet the blueprint.
        for (const out of candidates.filter(({ item }) => !drawn.has(item))) {
          for (const inside of candidates.filter(({ item }) => drawn.has(item))) {
            const [seenOut, exposedOut] = worth(out);
            const [seenIn, exposedIn] = worth(inside);
            const isBetter = seenOut < seenIn || (seenOut === seenIn && exposedOut < exposedIn);
            if (!isBetter) continue;
            const exchanged = [...[...drawn].filter((item) => item !== inside.item), out.item];
            expect(shortfallOf(blueprint, exchanged)).not.toBeNull();
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('replays bit for bit, in whatever order the bank is read', () => {
    fc.assert(
      fc.property(rules, pool, seeds, (blueprint, candidates, seed) => {
        fc.pre(
          shortfallOf(
            blueprint,
            candidates.map(({ item }) => item),
          ) === null,
        );
        const once = drawPaper(blueprint, candidates, new SeededRandom(seed));
        const again = drawPaper(blueprint, [...candidates].reverse(), new SeededRandom(seed));
        expect(again.map(({ key }) => key)).toEqual(once.map(({ key }) => key));
      }),
    );
  });

  it('ASM-06 gives nobody an item that they wrote or reviewed', () => {
    const author = newId<PersonId>();
    const reviewer = newId<PersonId>();
    const item = bankItem('Q', { authorIds: [author], reviewerIds: [reviewer] });
    expect(isDrawableBy(author, item)).toBe(false);
    expect(isDrawableBy(reviewer, item)).toBe(false);
    expect(isDrawableBy(newId<PersonId>(), item)).toBe(true);
  });
});

describe('the generator', () => {
  /** sfc32 in arbitrary precision: an independent writing of the same algorithm. */
  function* sfc32(seed: string): Generator<bigint> {
    const mask = 0xffffffffn;
    let [a = 0n, b = 0n, c = 0n, d = 0n] = [0, 8, 16, 24].map((at) => BigInt(`0x${seed.slice(at, at + 8)}`));
    for (let round = 0; ; round++) {
      const t = (a + b + d) & mask;
      d = (d + 1n) & mask;
      a = b ^ (b >> 9n);
      b = (c + (c << 3n)) & mask;
      c = ((((c << 21n) & mask) | (c >> 11n)) + t) & mask;
      if (round >= 15) yield t;
    }
  }

  it('gives what sfc32 gives, on every machine', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = new SeededRandom(seed);
        const truth = sfc32(seed);
        for (let draw = 0; draw < 20; draw++) expect(BigInt(random.next())).toBe(truth.next().value);
      }),
    );
  });

  it('stays below its bound and favours no value', () => {
    const random = new SeededRandom('0123456789abcdef0123456789abcdef');
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 30_000; draw++) {
      const value = random.below(3);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    // Each value is expected 10,000 times with a deviation of 82: four deviations.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(330);
  });

  it('refuses what is no seed', () => {
    expect(() => new SeededRandom('short')).toThrow('32 hexadecimal');
  });
});

describe('a frozen paper', () => {
  const base = { ...itemText(), id: newId<never>(), itemId: newId<never>(), number: 1 };
  const seed = '00000000000000000000000000000001';

  it('holds neither key nor explanation, and every option once', () => {
    const content = {
      type: 'order' as const,
      options: options('a', 'b', 'c', 'd', 'e'),
      key: ['e', 'd', 'c', 'b', 'a'],
    };
    const version: ItemVersion = { ...base, content };
    const [item] = freezePaper([version], new SeededRandom(seed), { allowsDraftWelsh: false });
    expect(Object.keys(item ?? {}).sort()).toEqual(
      ['itemId', 'options', 'points', 'stem', 'targets', 'type', 'unit', 'versionId'].sort(),
    );
    expect(item?.options.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('assesses nobody on unchecked Welsh outside the demonstration', () => {
    const stem = { ...englishOnly('Who?'), cy: 'Pwy?', cyState: 'draft' as const };
    const freeze = (allowsDraftWelsh: boolean) =>
      freezePaper([{ ...base, stem }], new SeededRandom(seed), { allowsDraftWelsh })[0]?.stem.cy;
    expect([freeze(false), freeze(true)]).toEqual([null, 'Pwy?']);
  });
});
