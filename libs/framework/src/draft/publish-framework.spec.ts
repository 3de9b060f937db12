import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FrameworkModule } from '../framework.module.js';
import { NO_RELATIONS, type Relations } from '../relation/relation.js';
import type { Skill } from '../skill/skill.js';
import { SkillReader } from '../skill/skill.reader.js';
import { LoadFramework } from '../version/load-framework.js';
import { CreateFrameworkDraft } from './create-framework-draft.js';
import type { FrameworkDraft, FrameworkDraftId } from './framework-draft.js';
import { PublishFramework } from './publish-framework.js';
import { SetSkillRelations } from './set-skill-relations.js';

const levels = ['0', '1', '2', '3', '4'];
const aSkill = (id: string): Skill => ({
  ...{ id, areaId: 'DEV', fade: 'slow', validityMonths: 12, levels },
  ...{ name: englishOnly(id), description: englishOnly('…') },
});
const pack = (...ids: string[]) => ({
  areas: [{ id: 'DEV', name: englishOnly('Scene'), levels }],
  skills: ids.map(aSkill),
  ...{ roles: [], ranks: [], profiles: [], law: [] },
});
const broader = (skillId: string, broaderId: string): Relations => ({
  ...NO_RELATIONS,
  broader: [{ skillId, broaderId }],
});

describe('drafts of the framework', () => {
  let world: DomainWorld;
  const college = newId<ForceId>();
  const [ada, ben] = [newId<PersonId>(), newId<PersonId>()];
  const as = (person: PersonId) => world.as(person, college, ['framework-owner']);
  const draftFrom = (fromVersion: number) =>
    world.get(CreateFrameworkDraft).execute(as(ada), { fromVersion });
  const relate = (draft: FrameworkDraft, relations: Relations) =>
    world.get(SetSkillRelations).execute(as(ada), { draftId: draft.id, revision: draft.revision, relations });
  const publish = (draft: FrameworkDraft, more: { by?: PersonId; from?: string; note?: string } = {}) =>
    world.get(PublishFramework).execute(as(more.by ?? ben), {
      ...{ draftId: draft.id, revision: draft.revision, note: more.note ?? 'B is part of A.' },
      effectiveFrom: calendarDateOf(more.from ?? '2027-01-01'),
    });

  beforeAll(async () => {
    world = await DomainWorld.of([FrameworkModule]);
    await world.get(LoadFramework).execute(world.system(), pack('A', 'B'));
  }, 120_000);
  afterAll(() => world.close());

  it('FRM-28 are written with revisions; the same again changes nothing, and a circle nothing either', async () => {
    const draft = await draftFrom(1);
    const saved = await relate(draft, broader('B', 'A'));
    expect(saved).toMatchObject({ revision: 2, writers: [ada], publishedAs: null });
    expect(await relate(draft, broader('B', 'A'))).toEqual(saved);
    await expect(relate(draft, broader('A', 'B'))).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(relate(saved, broader('A', 'A'))).rejects.toMatchObject({
      code: 'FRAMEWORK_RELATION_CIRCULAR',
    });
    const unknown = { ...draft, id: newId<FrameworkDraftId>() };
    await expect(relate(unknown, NO_RELATIONS)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(draftFrom(9)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('FRM-20 FRM-21 FRM-22 FRM-23 FRM-24 become the next version from a day on, by somebody else', async () => {
    const other = await draftFrom(1);
    const draft = await relate(await draftFrom(1), broader('B', 'A'));
    const refused = (code: string) => expect.objectContaining({ code });
    await expect(publish(draft, { by: ada })).rejects.toEqual(refused('FRAMEWORK_SELF_PUBLISHED'));
    await expect(publish(draft, { note: ' ' })).rejects.toEqual(refused('FRAMEWORK_NOTE_MISSING'));
    await expect(publish(draft, { from: '2026-11-22' })).rejects.toEqual(refused('FRAMEWORK_START_WRONG'));
    await expect(publish({ ...draft, revision: 1 })).rejects.toEqual(refused('CONFLICT'));

    expect(await publish(draft)).toMatchObject({ publishedAs: 2 });
    await expect(publish(draft)).rejects.toEqual(refused('FRAMEWORK_DRAFT_CLOSED'));
    await expect(relate(draft, NO_RELATIONS)).rejects.toEqual(refused('FRAMEWORK_DRAFT_CLOSED'));
    await expect(publish(other)).rejects.toEqual(refused('FRAMEWORK_DRAFT_OUTDATED'));
    await expect(publish(await draftFrom(2), { from: '2026-12-31' })).rejects.toEqual(
      refused('FRAMEWORK_START_WRONG'),
    );

    const reader = world.get(SkillReader);
    expect(await reader.relations()).toEqual(NO_RELATIONS);
    expect(await reader.relations(calendarDateOf('2027-01-01'))).toEqual(broader('B', 'A'));
    const stored = await world.connection.collection('frameworkVersions').findOne({ number: 2 });
    expect([String(stored?.['publishedBy']), stored?.['note']]).toEqual([ben, 'B is part of A.']);
    const said = { type: 'framework.version.published.v1', 'data.number': 2 };
    expect(await world.connection.collection('journal').countDocuments(said)).toBe(1);
  });

  it('FRM-32 are not overridden by a pack that comes later', async () => {
    const loaded = await world.get(LoadFramework).execute(world.system(), pack('A', 'B', 'C'));
    expect(loaded).toMatchObject({ number: 2, isNewVersion: false });
    expect(await world.connection.collection('frameworkVersions').countDocuments()).toBe(2);
  });
});
