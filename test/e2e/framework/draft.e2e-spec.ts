import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import { withCourse } from '../../support/with-course.js';

const DRAFT = 'id basedOn revision publishedAs';
const levels = ['0', '1', '2', '3', '4'];

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await withCourse(world);
}, 240_000);
afterAll(() => world.end());

const owner = () => world.as('frameworkOwner');
async function aDraft() {
  const { number } = await (await owner()).query('{ frameworkInForce(on: "2026-11-23") { number } }');
  const draft = await (await owner()).mutate('createFrameworkDraft', { fromVersion: number }, DRAFT);
  return { draftId: draft.id as string, revision: draft.revision as number };
}
const area = { areaId: 'NEW', name: { en: 'New' }, levels };
const skill = (more: Record<string, unknown> = {}) => ({
  ...{ skillId: 'NEW-01', areaId: 'OLH', name: { en: 'New', cy: 'Newydd' }, description: { en: 'About' } },
  ...{ fade: 'SLOW', validityMonths: 12, levels, ...more },
});

describe('drafts of the framework over the API', () => {
  it('FRM-36 FRM-37 are written with a revision, and the same again changes nothing', async () => {
    const read = await aDraft();
    const ada = await owner();
    expect(await ada.mutate('saveSkillArea', { ...read, ...area }, DRAFT)).toMatchObject({ revision: 2 });
    expect(await ada.mutate('saveSkillArea', { ...read, ...area }, DRAFT)).toMatchObject({ revision: 2 });
    expect(await ada.codeOf('removeSkillArea', { ...read, areaId: 'NEW' })).toBe('CONFLICT');
    const second = { ...read, revision: 2 };
    expect(await ada.mutate('removeSkillArea', { ...second, areaId: 'NEW' }, DRAFT)).toMatchObject({
      revision: 3,
    });
    const third = { ...read, revision: 3 };
    const states = async () =>
      (
        await ada.query('query($id: ID!) { frameworkDraft(id: $id) { skills { id name { cyState } } } }', {
          id: read.draftId,
        })
      ).skills.find(({ id }: { id: string }) => id === 'NEW-01')?.name.cyState;
    await ada.mutate('saveSkill', { ...third, ...skill() }, DRAFT);
    expect(await states()).toBe('DRAFT');
    const reworded = skill({ name: { en: 'Newer', cy: 'Newydd' } });
    await ada.mutate('saveSkill', { ...read, revision: 4, ...reworded }, DRAFT);
    expect(await states()).toBe('STALE');
    expect(await ada.mutate('removeSkill', { ...read, revision: 5, skillId: 'NEW-01' }, DRAFT)).toMatchObject(
      { revision: 6 },
    );
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['FRAMEWORK_KEY_WRONG', 'saveSkill', skill({ skillId: '=1+1' })],
    ['FRAMEWORK_TEXT_WRONG', 'saveSkill', skill({ name: { en: ' ' } })],
    ['FRAMEWORK_LEVELS_WRONG', 'saveSkill', skill({ levels: ['0'] })],
    ['FRAMEWORK_DATES_WRONG', 'saveSkill', skill({ from: '2027-02-01', to: '2027-01-31' })],
    ['FRAMEWORK_REFERENCE_UNKNOWN', 'saveSkill', skill({ to: '2027-01-31', replacedBy: ['XXX-99'] })],
    ['FRAMEWORK_REPLACED_LIVE', 'saveSkill', skill({ replacedBy: ['OLH-01'] })],
    ['SKILL_VALIDITY_WRONG', 'saveSkill', skill({ validityMonths: 0 })],
    ['FRAMEWORK_AREA_LEVELS', 'saveSkillArea', { ...area, levels: ['0'] }],
    ['FRAMEWORK_REFERENCE_UNKNOWN', 'removeSkillArea', { areaId: 'OLH' }],
    ['FRAMEWORK_SKILL_PUBLISHED', 'removeSkill', { skillId: 'OLH-01' }],
    [
      'FRAMEWORK_RELATION_CIRCULAR',
      'setSkillRelations',
      { broader: [{ skillId: 'OLH-01', broaderId: 'OLH-01' }] },
    ],
    ['FRAMEWORK_REFERENCE_UNKNOWN', 'setNationalProfile', { roleId: 'astronaut', requirements: [] }],
    [
      'FRAMEWORK_LEVEL_WRONG',
      'setNationalProfile',
      { roleId: 'response-officer', requirements: [{ skillId: 'OLH-01', level: 5, essential: true }] },
    ],
  ])('FRM-36 FRM-38 refuse with %s: %s', async (code, mutation, wrong) => {
    expect(await (await owner()).refusalOf(mutation, { ...(await aDraft()), ...wrong })).toBe(code);
  });

  it('are nobody’s but the College’s, and unknown ones are not found', async () => {
    const unknown = { draftId: newId<never>(), revision: 1 };
    expect(await (await owner()).codeOf('discardFrameworkDraft', unknown)).toBe('NOT_FOUND');
    expect(await (await owner()).codeOf('createFrameworkDraft', { fromVersion: 99 })).toBe('NOT_FOUND');
    for (const key of ['officer', 'trainer', 'capability'] as const)
      expect(await (await world.as(key)).codeOf('discardFrameworkDraft', unknown)).toBe('FORBIDDEN');
  });

  it('FRM-20 are listed while they are open, and discarded once', async () => {
    const read = await aDraft();
    const ada = await owner();
    const ids = async () =>
      (await ada.query('{ frameworkDrafts(first: 100) { edges { node { id } } } }')).edges.map(
        ({ node }: { node: { id: string } }) => node.id,
      );
    expect((await ids())[0]).toBe(read.draftId);
    await ada.mutate('discardFrameworkDraft', read, DRAFT);
    expect(await ids()).not.toContain(read.draftId);
    expect(await ada.codeOf('discardFrameworkDraft', read)).toBe('NOT_FOUND');
  });

  it('FRM-35 FRM-23 FRM-39 are published by who did not write, with nothing retired in a profile', async () => {
    const ada = await owner();
    const read = await aDraft();
    const publish = (revision: number, effectiveFrom = '2027-01-01') => ({
      ...{ draftId: read.draftId, revision, effectiveFrom, note: 'Told.' },
    });
    expect(await ada.refusalOf('publishFramework', publish(1, '2026-11-22'))).toBe('FRAMEWORK_START_WRONG');
    await ada.mutate('saveSkill', { ...read, ...skill() }, DRAFT);
    expect(await ada.refusalOf('publishFramework', publish(2))).toBe('FRAMEWORK_SELF_PUBLISHED');
    const other = await aDraft();
    const done = await ada.mutate('publishFramework', { ...publish(1), draftId: other.draftId }, DRAFT);
    expect(done).toMatchObject({ publishedAs: Number(done['basedOn']) + 1 });
    const compared = await ada.query(
      'query($a: Int!, $b: Int!) { compareFrameworks(before: $a, after: $b) { changes { key } touchedRoles } }',
      { a: done.basedOn, b: done.publishedAs },
    );
    expect(compared).toEqual({ changes: [], touchedRoles: [] });
    const { edges } = await ada.query('{ frameworkVersions(first: 1) { edges { node { number note } } } }');
    expect(edges).toEqual([{ node: { number: done.publishedAs, note: 'Told.' } }]);
  });
});
