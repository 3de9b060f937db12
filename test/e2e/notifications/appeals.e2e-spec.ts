import type { AppealId } from '@app/assessment';
import { PlanAppealReminder, TellOfAppeal } from '@app/notifications';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Types } from 'mongoose';
import { aWorld, type World } from '../../support/a-world.js';
import type { PersonKey } from '../../support/the-cast.js';

let world: World;
beforeAll(async () => {
  world = await aWorld();
}, 60_000);
afterAll(() => world.end());

/** An appeal of somebody that is to be decided by the end of 21 December 2026. */
async function anAppeal(key: PersonKey): Promise<AppealId> {
  const id = newId<AppealId>();
  await world.connection.collection('appeals').insertOne({
    ...{
      _id: objectId(id),
      forceId: objectId(world.forces.harbourshire.id),
      attemptId: new Types.ObjectId(),
    },
    ...{ personId: objectId(await world.personId(key)), enrolmentId: '', courseCode: 'OLH-101' },
    ...{
      componentKey: 'knowledge',
      kind: 'APPEAL',
      state: 'ASKED',
      revision: 1,
      itemVersionId: null,
      askedAt: world.clock.now(),
    },
    decideBy: new Date('2026-12-22T00:00:00Z'),
  });
  await world.get(PlanAppealReminder).execute(world.system(), { appealId: id });
  return id;
}

async function toldOf(key: PersonKey): Promise<string[]> {
  const query = '{ myNotices { edges { node { subject { en } } } } }';
  const { edges } = await (await world.as(key)).query(query);
  return edges.map(({ node }: { node: { subject: { en: string } } }) => node.subject.en).reverse();
}

describe('the reminder of an appeal', () => {
  it('NTF-27 goes once to those who decide, a week before its last day and when it is late, never to the candidate', async () => {
    for (const key of ['trainer', 'secondTrainer', 'supervisor', 'otherTrainer'] as const)
      await world.as(key);
    const appealId = await anAppeal('secondTrainer');
    const decided = await anAppeal('officer');
    await world.connection
      .collection('appeals')
      .updateOne({ _id: objectId(decided) }, { $set: { state: 'UPHELD' } });
    // 21 December less seven days, at eight.
    world.at('2026-12-14T07:59:59Z');
    await world.settle();
    expect(await toldOf('trainer')).toEqual([]);
    world.at('2026-12-14T08:00:00Z');
    await world.settle();
    await world.settle();
    const DUE = 'An appeal in OLH-101 is to be decided by 21 December 2026';
    expect(await toldOf('trainer')).toEqual([DUE]);
    world.at('2026-12-22T00:00:00Z');
    for (const id of [appealId, appealId, decided])
      await world.get(TellOfAppeal).execute(world.system(), { appealId: id, message: 'appeal-overdue' });
    expect(await toldOf('trainer')).toEqual([DUE, 'An appeal in OLH-101 was not decided in time']);
    for (const key of ['secondTrainer', 'officer', 'supervisor', 'otherTrainer'] as const)
      expect(await toldOf(key)).toEqual([]);
  });
});
