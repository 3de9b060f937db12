import { englishOnly } from '@app/platform/context/words.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FrameworkModule } from '../framework.module.js';
import { isUncertain, type LawEntry } from '../law/law.js';
import { LawReader } from '../law/law.reader.js';
import { RoleProfileReader } from '../role-profile/role-profile.reader.js';
import { isSkillLevel, type Skill } from '../skill/skill.js';
import { SkillReader } from '../skill/skill.reader.js';
import { LoadFramework, type LoadFrameworkInput } from './load-framework.js';

const levels = ['0', '1', '2', '3', '4'];
const skill: Skill = {
  ...{ id: 'DEV-01', areaId: 'DEV', validityMonths: 24, levels },
  fade: 'medium',
  name: englishOnly('Recognise'),
  description: englishOnly('…'),
};
const profile = { roleId: 'pc', roleName: englishOnly('Officer'), requirements: [] };
const law: LawEntry = {
  ...{ id: 'pace', title: 'PACE', extent: 'E,W', status: 'in force', summary: '…' },
  confidence: 'mixed',
  ...{ unconfirmedParts: 'some', checked: false, sources: [], nextReview: null },
};

function aFramework(more: Partial<LoadFrameworkInput> = {}): LoadFrameworkInput {
  return {
    areas: [{ id: 'DEV', name: englishOnly('Scene'), levels }],
    skills: [skill],
    roles: [{ id: 'pc', name: englishOnly('Officer'), employment: 'officer', purpose: '…' }],
    ranks: [],
    profiles: [{ ...profile, requirements: [{ skillId: 'DEV-01', level: 2, essential: true }] }],
    law: [law],
    ...more,
  };
}

describe('loading the framework', () => {
  let world: DomainWorld;
  const load = (input: LoadFrameworkInput) => world.get(LoadFramework).execute(world.system(), input);

  beforeAll(async () => {
    world = await DomainWorld.of([FrameworkModule]);
  });
  afterAll(() => world.close());

  it('FRM-05 loads once, changes nothing the second time, and makes a version of what differs', async () => {
    expect(await load(aFramework())).toEqual({ number: 1, isNewVersion: true, lawChanged: 1 });
    expect(await load(aFramework())).toEqual({ number: 1, isNewVersion: false, lawChanged: 0 });
    const shorter = aFramework({ skills: [{ ...skill, validityMonths: 12 }] });
    expect(await load(shorter)).toEqual({ number: 2, isNewVersion: true, lawChanged: 0 });
    expect((await world.get(SkillReader).byId('DEV-01'))?.validityMonths).toBe(12);
    expect(await world.connection.collection('frameworkVersions').countDocuments()).toBe(2);
    expect(await world.connection.collection('journal').countDocuments()).toBe(3);
  });

  it('FRM-05 keeps the old version of a law entry beside the one in use', async () => {
    await load(aFramework({ law: [{ ...law, summary: 'other' }] }));
    expect((await world.get(LawReader).byId('pace'))?.summary).toBe('other');
    expect(await world.connection.collection('lawVersions').countDocuments({ lawId: 'pace' })).toBe(2);
    expect(await world.get(LawReader).byId('nowhere')).toBeNull();
    expect((await world.get(RoleProfileReader).ofRole('pc'))?.requirements).toHaveLength(1);
    expect(await world.get(RoleProfileReader).ofRole('nobody')).toBeNull();
  });

  it.each<[string, Partial<LoadFrameworkInput>, string]>([
    ['FRM-01 an unknown area', { skills: [{ ...skill, areaId: 'XXX' }] }, 'FRAMEWORK_REFERENCE_UNKNOWN'],
    [
      'FRM-01 an unknown role',
      { profiles: [{ ...profile, roleId: 'nobody' }] },
      'FRAMEWORK_REFERENCE_UNKNOWN',
    ],
    [
      'FRM-01 an unknown skill',
      { profiles: [{ ...profile, requirements: [{ skillId: 'X', level: 1, essential: true }] }] },
      'FRAMEWORK_REFERENCE_UNKNOWN',
    ],
    ['FRM-01 a key used twice', { skills: [skill, skill] }, 'FRAMEWORK_KEY_REPEATED'],
    [
      'FRM-02 a level that is none',
      { profiles: [{ ...profile, requirements: [{ skillId: 'DEV-01', level: 5, essential: true }] }] },
      'FRAMEWORK_LEVEL_WRONG',
    ],
    [
      'FRM-03 a skill that does not last',
      { skills: [{ ...skill, validityMonths: 0 }] },
      'SKILL_VALIDITY_WRONG',
    ],
  ])('refuses %s', async (_name, more, code) => {
    await expect(load(aFramework(more))).rejects.toMatchObject({ code });
  });

  it('FRM-02 FRM-04 knows a level and uncertain law when it sees them', () => {
    expect([0, 1, 4, 5, 2.5].map(isSkillLevel)).toEqual([false, true, true, false, false]);
    expect([isUncertain({ confidence: 'uncertain' }), isUncertain({ confidence: 'gk' })]).toEqual([
      true,
      false,
    ]);
  });
});
