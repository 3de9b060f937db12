import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkRelations } from './check-relations.js';
import { NO_RELATIONS, quotaOf, type Relations, type SkillAtLevel } from './relation.js';
import { rollUp, type WhyHeld } from './roll-up.js';

const at = (skillId: string, level: number): SkillAtLevel => ({ skillId, level });
const levels = (more: Record<string, number>) => new Map(Object.entries(more));
const SKILLS = ['A', 'B', 'C', 'D', 'E', 'F'];

/** A is reached at 2 by any two of B, C, D at 2, and requires E at 1. */
const relations: Relations = {
  broader: [{ skillId: 'B', broaderId: 'A' }],
  requires: [{ ...at('A', 2), needs: at('E', 1) }],
  rollUps: [{ ...at('A', 2), quota: 2, parts: [at('B', 2), at('C', 2), at('D', 2)] }],
};

describe('rolling up', () => {
  it('FRM-30 gives nothing by itself: neither the broader skill nor what is required', () => {
    const alone = { ...relations, rollUps: [] };
    expect([...rollUp(levels({ B: 4, A: 3 }), alone).levels]).toEqual([
      ['B', 4],
      ['A', 3],
    ]);
  });

  it.each<[string, Record<string, number>, number]>([
    ['one of two', { B: 2, E: 1 }, 0],
    ['two of two, one too low', { B: 2, C: 1, E: 1 }, 0],
    ['two, without what it requires', { B: 2, C: 2 }, 0],
    ['two, with what it requires', { B: 2, D: 3, E: 1 }, 2],
    ['all three', { B: 2, C: 2, D: 2, E: 4 }, 2],
    ['evidence above the rule', { A: 4, B: 2, C: 2, E: 1 }, 4],
    ['evidence without what it requires', { A: 2 }, 2],
  ])('FRM-30 n of m: %s', (_, evidence, level) => {
    expect(rollUp(levels(evidence), relations).levelOf('A')).toBe(level);
  });

  it('FRM-30 knows all and any', () => {
    const rule = { ...at('A', 3), parts: [at('B', 1), at('C', 1)] };
    const of = (quota: 'all' | 'any', evidence: Record<string, number>) =>
      rollUp(levels(evidence), { ...NO_RELATIONS, rollUps: [{ ...rule, quota }] }).levelOf('A');
    expect([of('all', { B: 1 }), of('all', { B: 1, C: 1 }), of('any', { C: 1 }), of('any', {})]).toEqual([
      0, 3, 3, 0,
    ]);
  });

  it('FRM-30 says why, down to the evidence, and what a rule still waits for', () => {
    const rolled = rollUp(levels({ B: 2, D: 3, E: 1 }), relations);
    const leaf = (skillId: string, level: number) => ({
      skillId,
      level,
      by: 'evidence',
      rule: null,
      parts: [],
    });
    expect(rolled.explain('A')).toEqual({
      ...at('A', 2),
      by: 'roll-up',
      rule: relations.rollUps[0],
      parts: [leaf('B', 2), leaf('D', 3)],
    });
    expect(rolled.explain('F')).toMatchObject({ level: 0, by: 'nothing' });
    const short = rollUp(levels({ B: 2 }), relations);
    expect(short.open('A')).toEqual([
      { rule: relations.rollUps[0], missing: [at('C', 2), at('D', 2)], short: 1, unmet: [at('E', 1)] },
    ]);
    expect(rollUp(levels({ A: 2 }), relations).unmet('A')).toEqual([at('E', 1)]);
  });

  it('FRM-30 climbs through rules in whatever order they stand, and explains without going round', () => {
    const climbing: Relations = {
      ...NO_RELATIONS,
      rollUps: [
        { ...at('A', 2), quota: 'any', parts: [at('B', 2)] },
        { ...at('B', 3), quota: 'any', parts: [at('A', 2), at('C', 1)] },
      ],
    };
    const rolled = rollUp(levels({ C: 1 }), climbing);
    expect([...rolled.levels].sort()).toEqual([
      ['A', 2],
      ['B', 3],
      ['C', 1],
    ]);
    expect(rolled.explain('A').parts[0]?.parts[0]).toMatchObject({ skillId: 'C', by: 'evidence' });
  });
});

const atLevel = fc.record({ skillId: fc.constantFrom(...SKILLS), level: fc.integer({ min: 1, max: 4 }) });
const rollUps = fc.record({
  skillId: fc.constantFrom(...SKILLS),
  level: fc.integer({ min: 1, max: 4 }),
  quota: fc.oneof(fc.constantFrom('all' as const, 'any' as const), fc.integer({ min: 1, max: 3 })),
  parts: fc.uniqueArray(atLevel, { minLength: 1, maxLength: 4, selector: ({ skillId }) => skillId }),
});
const anyRelations: fc.Arbitrary<Relations> = fc.record({
  broader: fc.constant([]),
  requires: fc.array(
    fc.record({ skillId: fc.constantFrom(...SKILLS), level: fc.integer({ min: 1, max: 4 }), needs: atLevel }),
    { maxLength: 4 },
  ),
  rollUps: fc.array(rollUps, { maxLength: 8 }),
});
const evidence = fc.dictionary(fc.constantFrom(...SKILLS), fc.integer({ min: 0, max: 4 })).map(levels);

/** A second reading of FRM-30: the smallest set of "skill at level" facts that is closed under the rules. */
function closure(from: ReadonlyMap<string, number>, { requires, rollUps: rules }: Relations): Set<string> {
  const facts = new Set(
    [...from].flatMap(([id, top]) => [1, 2, 3, 4].filter((l) => l <= top).map((l) => `${id}${l}`)),
  );
  for (let size = -1; size !== facts.size; ) {
    size = facts.size;
    for (const rule of rules) {
      const enough =
        rule.parts.filter(({ skillId, level }) => facts.has(`${skillId}${level}`)).length >= quotaOf(rule);
      const asked = requires.filter(({ skillId, level }) => skillId === rule.skillId && level <= rule.level);
      if (!enough || !asked.every(({ needs }) => facts.has(`${needs.skillId}${needs.level}`))) continue;
      for (let level = 1; level <= rule.level; level += 1) facts.add(`${rule.skillId}${level}`);
    }
  }
  return facts;
}

function isTrue(why: WhyHeld, from: ReadonlyMap<string, number>): boolean {
  if (why.by === 'evidence') return (from.get(why.skillId) ?? 0) >= why.level;
  if (why.by === 'nothing' || why.rule === null) return why.level === 0;
  return (
    why.parts.length >= quotaOf(why.rule) && why.parts.every((part) => part.level > 0 && isTrue(part, from))
  );
}

describe('rolling up, whatever the rules', () => {
  it('FRM-30 equals a second, naive reading', () => {
    fc.assert(
      fc.property(evidence, anyRelations, (from, rules) => {
        const rolled = rollUp(from, rules);
        const facts = closure(from, rules);
        for (const id of SKILLS) {
          const top = [4, 3, 2, 1].find((level) => facts.has(`${id}${level}`)) ?? 0;
          expect(rolled.levelOf(id)).toBe(top);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('FRM-30 gives reasons that are true, and takes no evidence away', () => {
    fc.assert(
      fc.property(evidence, anyRelations, (from, rules) => {
        const rolled = rollUp(from, rules);
        for (const id of SKILLS) {
          expect(rolled.levelOf(id)).toBeGreaterThanOrEqual(from.get(id) ?? 0);
          expect(isTrue(rolled.explain(id), from)).toBe(true);
        }
      }),
    );
  });
});

describe('relations', () => {
  const known = new Set(SKILLS);
  const check = (more: Partial<Relations>) => () => checkRelations({ ...NO_RELATIONS, ...more }, known);
  const needs = (from: SkillAtLevel, to: SkillAtLevel) => ({ ...from, needs: to });
  const rule = (quota: 'all' | 'any' | number, parts: SkillAtLevel[]) => ({
    rollUps: [{ ...at('A', 2), quota, parts }],
  });

  it('are sound without circles', () => {
    expect(check(relations)).not.toThrow();
    const chain = Array.from({ length: 3 }, (_, i) =>
      needs(at(SKILLS[i] ?? '', 2), at(SKILLS[i + 1] ?? '', 3)),
    );
    expect(check({ requires: chain })).not.toThrow();
  });

  it.each<[string, Partial<Relations>, string]>([
    [
      'broader',
      {
        broader: [
          { skillId: 'A', broaderId: 'B' },
          { skillId: 'B', broaderId: 'A' },
        ],
      },
      'A → B → A',
    ],
    ['itself', { broader: [{ skillId: 'A', broaderId: 'A' }] }, 'A → A'],
    [
      'requires',
      { requires: [needs(at('A', 2), at('B', 1)), needs(at('B', 1), at('A', 2))] },
      'A 2 → B 1 → A 2',
    ],
    ['its own other level', { requires: [needs(at('A', 2), at('A', 1))] }, 'A 2 → A 1'],
    [
      'levels between',
      { requires: [needs(at('A', 1), at('B', 3)), needs(at('B', 2), at('A', 1))] },
      'A 1 → B 3 → B 2 → A 1',
    ],
    ['rules', { ...rule('any', [at('B', 1)]), requires: [needs(at('B', 1), at('A', 2))] }, 'B 1 → A 2 → B 1'],
  ])('FRM-28 do not go round: %s', (_, more, circle) => {
    const refused = expect.objectContaining({ code: 'FRAMEWORK_RELATION_CIRCULAR', facts: { circle } });
    expect(check(more)).toThrow(refused);
  });

  it.each<[string, Partial<Relations>, string]>([
    [
      'FRM-28 one that stands twice',
      {
        broader: [
          { skillId: 'A', broaderId: 'B' },
          { skillId: 'A', broaderId: 'B' },
        ],
      },
      'FRAMEWORK_RELATION_REPEATED',
    ],
    ['FRM-29 three of two', rule(3, [at('B', 1), at('C', 1)]), 'FRAMEWORK_QUOTA_WRONG'],
    ['FRM-29 none of two', rule(0, [at('B', 1), at('C', 1)]), 'FRAMEWORK_QUOTA_WRONG'],
    ['FRM-29 one and a half', rule(1.5, [at('B', 1), at('C', 1)]), 'FRAMEWORK_QUOTA_WRONG'],
    ['FRM-29 all of nothing', rule('all', []), 'FRAMEWORK_QUOTA_WRONG'],
    ['FRM-02 a level of 5', rule('all', [at('B', 5)]), 'FRAMEWORK_LEVEL_WRONG'],
    [
      'FRM-01 an unknown skill',
      { broader: [{ skillId: 'A', broaderId: 'X' }] },
      'FRAMEWORK_REFERENCE_UNKNOWN',
    ],
  ])('are refused with %s', (_, more, code) => {
    expect(check(more)).toThrow(expect.objectContaining({ code }));
  });
});
