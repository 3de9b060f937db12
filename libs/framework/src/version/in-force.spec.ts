import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FrameworkModule } from '../framework.module.js';
import { NO_RELATIONS } from '../relation/relation.js';
import { RoleProfileReader } from '../role-profile/role-profile.reader.js';
import type { Skill } from '../skill/skill.js';
import { SkillReader } from '../skill/skill.reader.js';
import { checkSkills } from './check-skills.js';
import { checkFramework, type FrameworkContent } from './framework-version.js';
import { FrameworkVersionRepository } from './framework-version.repository.js';

const day = calendarDateOf;
const levels = ['0', '1', '2', '3', '4'];
const aSkill = (id: string, more: Partial<Skill> = {}): Skill => ({
  ...{ id, areaId: 'DEV', fade: 'slow', validityMonths: 12, levels },
  ...{ name: englishOnly(id), description: englishOnly('…') },
  ...more,
});
const content = (skills: Skill[], more: Partial<FrameworkContent> = {}): FrameworkContent => ({
  areas: [{ id: 'DEV', name: englishOnly('Scene'), levels }],
  ...{ skills, roles: [], ranks: [], profiles: [], ...more },
});

describe('skills of a version', () => {
  const codeOf = (...skills: Skill[]) => {
    try {
      checkSkills(skills);
      return 'sound';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  const [start, end] = [day('2026-01-01'), day('2026-12-31')];

  it('FRM-26 may begin, end and be replaced', () => {
    expect(codeOf(aSkill('A', { from: start, to: start, replacedBy: ['B'] }), aSkill('B'))).toBe('sound');
  });

  it.each<[string, Skill[], string]>([
    ['FRM-26 an end before the start', [aSkill('A', { from: end, to: start })], 'FRAMEWORK_DATES_WRONG'],
    [
      'FRM-26 a live one that is replaced',
      [aSkill('A', { replacedBy: ['B'] }), aSkill('B')],
      'FRAMEWORK_REPLACED_LIVE',
    ],
    [
      'FRM-01 an unknown successor',
      [aSkill('A', { to: end, replacedBy: ['X'] })],
      'FRAMEWORK_REFERENCE_UNKNOWN',
    ],
    [
      'FRM-26 its own successor',
      [aSkill('A', { to: end, replacedBy: ['A'] })],
      'FRAMEWORK_RELATION_CIRCULAR',
    ],
    ['FRM-27 four sentences', [aSkill('A', { levels: levels.slice(1) })], 'FRAMEWORK_LEVELS_WRONG'],
    [
      'FRM-27 an empty sentence',
      [aSkill('A', { levels: ['0', '1', ' ', '3', '4'] })],
      'FRAMEWORK_LEVELS_WRONG',
    ],
  ])('are refused: %s', (_, skills, code) => expect(codeOf(...skills)).toBe(code));

  it('FRM-28 have their relations checked with them', () => {
    const broader = [{ skillId: 'A', broaderId: 'A' }];
    const circular = content([aSkill('A')], { relations: { ...NO_RELATIONS, broader } });
    expect(() => checkFramework(circular)).toThrow(
      expect.objectContaining({ code: 'FRAMEWORK_RELATION_CIRCULAR' }),
    );
  });
});

describe('the framework in force', () => {
  let world: DomainWorld;
  const relations = { ...NO_RELATIONS, broader: [{ skillId: 'B', broaderId: 'A' }] };

  beforeAll(async () => {
    world = await DomainWorld.of([FrameworkModule]);
    const add = (number: number, from: string, of: FrameworkContent) =>
      world.get(FrameworkVersionRepository).add({
        ...{ number, digest: String(number), loadedAt: world.clock.now() },
        ...{ effectiveFrom: day(from), content: of, note: null, publishedBy: null },
      });
    await add(1, '2026-01-01', content([aSkill('A')]));
    await add(2, '2027-01-01', content([aSkill('A'), aSkill('B')], { relations }));
    await add(3, '2027-01-01', content([aSkill('A'), aSkill('B'), aSkill('C')], { relations }));
  });
  afterAll(() => world.close());

  it('FRM-24 is the latest that has begun, of those of one day the last, and the first before all', async () => {
    const reader = world.get(SkillReader);
    const on = async (date?: string) => (await reader.all(date === undefined ? undefined : day(date))).length;
    expect([await on('2025-06-01'), await on('2026-12-31'), await on('2027-01-01'), await on()]).toEqual([
      1, 1, 3, 1,
    ]);
    world.clock.set('2027-01-01T00:00:00Z');
    expect(await on()).toBe(3);
    expect([await reader.relations(), await reader.relations(day('2026-06-01'))]).toEqual([
      relations,
      NO_RELATIONS,
    ]);
  });

  it('is found by an index, and so are the raises of a force', async () => {
    const forceId = objectId(newId<never>());
    const versions = world.connection
      .collection('frameworkVersions')
      .find({ effectiveFrom: { $lte: '2027-01-01' } });
    const raises = world.connection
      .collection('profileRaises')
      .find({ forceId, from: { $lte: '2027-01-01' } });
    for (const cursor of [versions.sort({ effectiveFrom: -1, number: -1 }), raises]) {
      const plan = JSON.stringify((await cursor.explain('queryPlanner'))['queryPlanner'].winningPlan);
      expect(plan).toContain('IXSCAN');
      expect(plan).not.toContain('"SORT"');
    }
    expect(await world.get(RoleProfileReader).inForce(world.system().force, day('2027-01-01'))).toEqual([]);
  });
});
