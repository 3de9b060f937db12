import { RevokeRole, RoleGrantReader } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ground } from '../testing/ground.js';
import { aMarker, someoneUnder, WRITTEN, written } from '../testing/marking-ground.js';
import { AllocateResponses } from './allocate-responses.js';
import { MarkResponse } from './mark-response.js';
import { OpenRound } from './open-round.js';
import { SubmitForMarking } from './submit-for-marking.js';
import { TakeNextResponse } from './take-next-response.js';

const criteria = [1, 2].map((criterion) => ({ criterion, points: 2.5 }));
const idOf = (ctx: RequestContext) => (ctx.actor.kind === 'person' ? ctx.actor.personId : ('' as PersonId));

describe('whoever marks', () => {
  let ground: Ground;
  let manager: RequestContext;
  let marker: RequestContext;

  beforeAll(async () => {
    ground = await Ground.of();
    manager = await aMarker(ground);
    marker = await aMarker(ground);
    const candidate = await someoneUnder(ground, idOf(manager));
    const submit = ground.world.get(SubmitForMarking);
    const response = written(candidate);
    const [first] = await submit.execute(ground.system, [response]);
    const [again] = await submit.execute(ground.system, [response]);
    expect(again?.id).toBe(first?.id);
    await submit.execute(ground.system, [written(candidate, { excludedIds: [idOf(marker)] })]);
    const terms = { doublePercent: 0, reviewPercent: 0, tolerance: 0, panel: 'FORCE' } as const;
    await ground.world.get(OpenRound).execute(ground.system, { ...WRITTEN, ...terms, doubleMarking: 'NONE' });
    await ground.world.get(AllocateResponses).execute(ground.system, { ...WRITTEN, again: false });
  });
  afterAll(() => ground.world.close());

  it('ASM-115 is nobody above the candidate, nor anybody who supported the work: it waits for another', async () => {
    const responses = ground.world.connection.collection('responses');
    expect(await responses.countDocuments({ unfilled: 1 })).toBe(1);
    expect(await ground.world.get(TakeNextResponse).execute(manager)).toBeNull();
    await aMarker(ground);
    await ground.world.get(AllocateResponses).execute(ground.system, { ...WRITTEN, again: true });
    expect(await responses.countDocuments({ unfilled: 1 })).toBe(0);
  });

  it('ASM-116 holds the role at that moment, and what made them so stays with the mark', async () => {
    const taskId = await ground.world.get(TakeNextResponse).execute(marker);
    if (taskId === null) throw new Error('The marker has nothing');
    const input = { taskId, criteria };
    await ground.world.get(MarkResponse).execute(marker, input);
    const mark = await ground.world.connection.collection('marks').findOne({ taskId: objectId(taskId) });
    expect(mark?.['standing']).toMatchObject({
      ...{ skillId: 'OLH-01', level: 2, held: 2, isInDate: true, on: '2026-11-23' },
      lastValidDay: '2027-01-01',
    });
    expect(mark?.['standing'].evidenceIds).toHaveLength(1);
  });

  it('ASM-116 marks nothing once the role has ended', async () => {
    const [second] = await ground.world
      .get(SubmitForMarking)
      .execute(ground.system, [written(await someoneUnder(ground, idOf(manager)))]);
    expect(second).toBeDefined();
    await ground.world.get(AllocateResponses).execute(ground.system, { ...WRITTEN, again: false });
    const tasks = ground.world.connection.collection('markingTasks');
    const task = await tasks.findOne({ responseId: objectId(second?.id as never) });
    const holder = ground.world.as(String(task?.['markerId']) as PersonId, ground.forceId, ['assessor']);
    const theirs = await ground.world.get(RoleGrantReader).ofPeople(ground.system.force, [idOf(holder)]);
    await ground.world
      .get(RevokeRole)
      .execute(ground.system, { grantId: theirs.get(idOf(holder))?.[0]?.id as never });
    const late = { taskId: String(task?._id) as never, criteria };
    await expect(ground.world.get(MarkResponse).execute(holder, late)).rejects.toThrow('ASSESSOR_ROLE_ENDED');
  });
});
