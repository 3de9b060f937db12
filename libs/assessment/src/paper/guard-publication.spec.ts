import {
  ApproveDraft,
  CorrectLesson,
  CourseReader,
  ImportCourse,
  PublishCourse,
  SendDraftForReview,
} from '@app/catalogue';
import { LoadFramework } from '@app/framework';
import type { ForceId, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCourse, aFramework } from '../../../catalogue/src/testing/a-course.js';
import { LoadItems } from '../item/load-items.js';
import { Ground } from '../testing/ground.js';
import { packItem } from '../testing/items.js';
import { BlueprintRepository } from './blueprint.repository.js';
import { RetireItem } from './retire-item.js';
import { SetBlueprint } from './set-blueprint.js';

const CODE = 'OLH-102';
const items = ['A', 'B', 'C'].map((key) =>
  packItem(key, { courseCode: CODE, tags: key === 'A' ? ['stop'] : [], difficulty: 'easy' }),
);

describe('publishing a course', () => {
  let ground: Ground;
  let college: Record<'author' | 'reviewer' | 'publisher', RequestContext>;

  const revision = async () => (await ground.world.get(CourseReader).draft(CODE))?.revision ?? 0;
  const number = async () => (await ground.world.get(CourseReader).published(CODE))?.number;
  const publish = async () => {
    const change = { courseCode: CODE, change: 'legal', note: 'Corrected', cutOff: null } as const;
    return ground.world
      .get(PublishCourse)
      .execute(college.publisher, { ...change, revision: await revision() });
  };

  beforeAll(async () => {
    ground = await Ground.of();
    const { world } = ground;
    const force = newId<ForceId>();
    const one = (bundle: string) => world.as(newId<PersonId>(), force, [bundle]);
    college = { author: one('author'), reviewer: one('reviewer'), publisher: one('publisher') };
    await world.get(LoadFramework).execute(ground.system, aFramework());
    await world.get(ImportCourse).execute(ground.system, { code: CODE, content: aCourse(), note: 'Pack' });
    await world.get(LoadItems).execute(ground.system, items);
    await world.get(SetBlueprint).execute(ground.system, {
      ...{ courseCode: CODE, componentKey: 'paper', count: 2, quotas: [{ count: 1, tag: 'stop' }] },
    });
    const block = { courseCode: CODE, activityId: 'read', blockId: 'text', language: 'en' } as const;
    await world
      .get(CorrectLesson)
      .execute(college.author, { ...block, markdown: 'What to know now.', revision: await revision() });
    await world
      .get(SendDraftForReview)
      .execute(college.author, { courseCode: CODE, revision: await revision() });
    await world.get(ApproveDraft).execute(college.reviewer, { courseCode: CODE, revision: await revision() });
  });
  afterAll(() => ground.world.close());

  it('ASM-76 is refused while its papers could not be drawn, and nothing is published', async () => {
    await ground.world
      .get(RetireItem)
      .execute(college.author, { itemKey: 'A', evenIfShort: 'Wrong in law since Monday.' });
    const refused = { code: 'BLUEPRINT_SHORT', facts: expect.objectContaining({ needed: 1, available: 0 }) };
    await expect(publish()).rejects.toMatchObject(refused);
    expect(await number()).toBe(1);
  });

  it('ASM-76 goes once they can be drawn again', async () => {
    const draft = { courseCode: CODE, componentKey: 'paper', count: 2, quotas: [] };
    const { blueprint } = await ground.world.get(SetBlueprint).execute(ground.system, draft);
    expect(blueprint.short).toBeNull();
    expect((await publish()).number).toBe(2);
  });

  it('ASM-76 asks nothing of a course whose paper has no blueprint yet', async () => {
    const { world } = ground;
    await world
      .get(ImportCourse)
      .execute(ground.system, { code: 'OLH-103', content: aCourse(), note: 'Pack' });
    expect(await world.get(BlueprintRepository).ofCourse('OLH-103')).toEqual([]);
    expect((await world.get(CourseReader).published('OLH-103'))?.number).toBe(1);
  });

  it('finds blueprints and the exposure of items by index', async () => {
    const { connection } = ground.world;
    const blueprints = await connection
      .collection('blueprints')
      .find({ courseCode: CODE })
      .explain('executionStats');
    const exposures = await connection
      .collection('items')
      .find({ courseCode: CODE, use: 'paper', key: { $gt: 'A' } })
      .sort({ key: 1 })
      .explain('executionStats');
    for (const plan of [blueprints, exposures]) {
      expect(JSON.stringify(plan['queryPlanner'].winningPlan)).toContain('IXSCAN');
      expect(JSON.stringify(plan['queryPlanner'].winningPlan)).not.toContain('"SORT"');
      expect(plan['executionStats'].totalDocsExamined).toBe(plan['executionStats'].nReturned);
    }
  });
});
