import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NO_FIELDS } from '../adjustment/check-adjustment.js';
import { GrantAdjustment } from '../adjustment/grant-adjustment.js';
import { Ground } from '../testing/ground.js';
import { aMarker, someoneUnder, WRITTEN, written } from '../testing/marking-ground.js';
import { AllocateResponses } from './allocate-responses.js';
import { MarkResponse } from './mark-response.js';
import { MarkedResponseReader } from './marked-response.reader.js';
import { ModerateResponse } from './moderate-response.js';
import { OpenRound } from './open-round.js';
import { ReleaseMarks } from './release-marks.js';
import type { ResponseToMark } from './response.js';
import { SubmitForMarking } from './submit-for-marking.js';
import { TakeNextResponse } from './take-next-response.js';

const idOf = (ctx: RequestContext) => (ctx.actor.kind === 'person' ? ctx.actor.personId : ('' as PersonId));
const source = (kind: 'group-shared' | 'group-own', id: string) => ({
  source: { kind, id, itemId: 'task', itemVersionId: null },
});

describe('what a group hands in', () => {
  let ground: Ground;
  let [member, managed, other]: PersonId[] = [];
  let [ofManaged, adjuster, free, formed]: RequestContext[] = [];
  let roundId: string;
  const groupId = newId();

  const submit = (responses: ResponseToMark[]) =>
    ground.world.get(SubmitForMarking).execute(ground.system, responses);
  const allocate = (again = false) =>
    ground.world.get(AllocateResponses).execute(ground.system, { ...WRITTEN, again });
  const tasks = () =>
    ground.world.connection
      .collection('markingTasks')
      .find({ state: { $ne: 'ENDED' } })
      .toArray();
  const shown = async (personId: PersonId | undefined, sourceId: string | null = null) => {
    const ctx = ground.world.as(personId as PersonId, ground.forceId);
    const page = { limit: 10, after: null };
    const { rows } = await ground.world.get(MarkedResponseReader).ofPerson(ctx, { sourceId }, page);
    return rows.map((row) => row.sourceId);
  };
  const markOne = async () => {
    const taskId = await ground.world.get(TakeNextResponse).execute(free as RequestContext);
    const criteria = [1, 2].map((criterion) => ({ criterion, points: 2 }));
    await ground.world
      .get(MarkResponse)
      .execute(free as RequestContext, { taskId: taskId as never, criteria });
    await ground.world.get(ReleaseMarks).execute(ground.system, { roundId: roundId as never });
  };

  beforeAll(async () => {
    ground = await Ground.of();
    ofManaged = await aMarker(ground);
    adjuster = await aMarker(ground);
    member = idOf(await aMarker(ground));
    managed = await someoneUnder(ground, idOf(ofManaged));
    other = await ground.person();
    formed = await aMarker(ground);
    const terms = { doublePercent: 0, reviewPercent: 0, tolerance: 0, panel: 'FORCE' } as const;
    const round = await ground.world
      .get(OpenRound)
      .execute(ground.system, { ...WRITTEN, ...terms, doubleMarking: 'NONE' });
    roundId = round.id;
    await ground.world.get(GrantAdjustment).execute(adjuster, {
      target: {
        ...{ level: 'PERSON', personId: other, groupId: null, courseCode: null },
        ...{ componentKey: null, attemptId: null },
      },
      ...{ fields: { ...NO_FIELDS, multiplier: 1.25 }, applyToRunning: false },
      reason: 'Reads slowly under pressure.',
    });
    const whole = { togetherId: groupId, excludedIds: [idOf(formed)] };
    const [one, two, three] = [member, managed, other] as [PersonId, PersonId, PersonId];
    await submit([written(one, { ...source('group-shared', groupId), ...whole, alsoOfIds: [two, three] })]);
    await submit([written(three, { ...source('group-own', 'own-3'), ...whole, alsoOfIds: [one, two] })]);
    await submit([written(two, { ...source('group-own', 'own-2'), ...whole, alsoOfIds: [one, three] })]);
  });
  afterAll(() => ground.world.close());

  it('ASM-115 is marked by no member, nobody above any member, nor who formed it: it waits for another', async () => {
    await allocate();
    expect(await tasks()).toEqual([]);
    const responses = ground.world.connection.collection('responses');
    expect(await responses.countDocuments({ unfilled: 1 })).toBe(3);
    for (const judge of [member, idOf(ofManaged as RequestContext), idOf(adjuster as RequestContext)]) {
      const moderator = ground.world.as(judge as PersonId, ground.forceId, ['moderator']);
      for (const { _id } of await responses.find().toArray()) {
        const criteria = [1, 2].map((criterion) => ({ criterion, points: 2 }));
        const input = { responseId: String(_id) as never, criteria };
        await expect(ground.world.get(ModerateResponse).execute(moderator, input)).rejects.toThrow(
          'MARKER_CONFLICT',
        );
      }
    }
    free = await aMarker(ground);
    await allocate();
    expect(new Set((await tasks()).map(({ markerId }) => String(markerId)))).toEqual(new Set([idOf(free)]));
  });

  it('ASM-123 is shown when its last mark is released: the shared part to each, an own part to its author', async () => {
    for (let marked = 0; marked < 2; marked++) {
      await markOne();
      for (const personId of [member, managed, other]) expect(await shown(personId)).toEqual([]);
    }
    await markOne();
    expect(await shown(member)).toEqual([groupId]);
    expect(await shown(managed)).toEqual([groupId, 'own-2']);
    expect(await shown(other)).toEqual([groupId, 'own-3']);
    expect(await shown(other, groupId)).toEqual([groupId, 'own-3']);
    expect(await shown(other, 'own-2')).toEqual([]);
    expect(await shown(await ground.person())).toEqual([]);
  });

  it('is found by indexes', async () => {
    const responses = ground.world.connection.collection('responses');
    const forceId = objectId(ground.forceId);
    const released = { forceId, releasedAt: { $ne: null } };
    for (const [index, filter] of [
      ['forceId_1_personId_1_releasedAt_1', { ...released, personId: objectId(newId()) }],
      ['shared with', { ...released, 'source.kind': 'group-shared', alsoOfIds: member }],
      ['released together', { forceId, togetherId: groupId, state: { $in: ['NOT_MARKED', 'IN_REVIEW'] } }],
    ] as const) {
      const { queryPlanner } = await responses.find(filter).explain();
      expect(JSON.stringify(queryPlanner.winningPlan)).toContain(`"indexName":"${index}"`);
    }
  });
});
