import type { PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BankItem, ItemVersion } from '../item/item.js';
import { bankItem, itemText, options } from '../testing/items.js';
import { checkBlueprint, USUAL_POLICY } from './blueprint.js';
import { answersTo, isDrawableBy, isInScope } from './demands.js';
import { freezePaper } from './freeze-paper.js';
import { SeededRandom } from './random.js';

const scope = ['OLH-01', 'OLH-02', 'OLH-03'].map((skillId) => ({ skillId, maxLevel: 2 }));
const seeds = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'.split('')),
  minLength: 32,
  maxLength: 32,
});

describe('a blueprint', () => {
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
    ['levels the wrong way round', { quotas: [{ count: 1, minLevel: 3, maxLevel: 2 }] }],
    ['a level that no skill has', { quotas: [{ count: 1, maxLevel: 5 }] }],
    ['no type at all', { quotas: [{ count: 1, types: [] }] }],
    ['a scope of nothing', { scope: [] }],
    ['more fixed items than it holds', { fixed: ['A', 'B', 'C'] }],
    ['an item fixed twice', { fixed: ['A', 'A'] }],
    ['two fixed items that exclude each other', { fixed: ['A', 'B'], exclusions: [['A', 'C', 'B']] }],
    ['an exclusion of one', { exclusions: [['A']] }],
    ['an exclusion that names one twice', { exclusions: [['A', 'A']] }],
  ])('ASM-08 may not ask for %s', (_what, more) => {
    const sound = {
      courseCode: 'X',
      componentKey: 'paper',
      count: 2,
      quotas: [],
      scope,
      fixed: [],
      exclusions: [],
      policy: USUAL_POLICY,
    };
    expect(() => checkBlueprint(sound)).not.toThrow();
    expect(() => checkBlueprint({ ...sound, ...more })).toThrow('BLUEPRINT_MALFORMED');
  });
});

describe('a draw', () => {
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
