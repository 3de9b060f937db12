import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AdjustmentTarget } from '../adjustment/adjustment.js';
import { NO_FIELDS } from '../adjustment/check-adjustment.js';
import { GrantAdjustment } from '../adjustment/grant-adjustment.js';
import { ReadAdjustmentReason } from '../adjustment/read-adjustment-reason.js';
import { SaveAdjustmentGroup } from '../adjustment/save-adjustment-group.js';
import { Ground } from '../testing/ground.js';
import { aMarker, WRITTEN, written } from '../testing/marking-ground.js';
import { AllocateResponses } from './allocate-responses.js';
import { MarkResponse } from './mark-response.js';
import { ModerateResponse } from './moderate-response.js';
import { OpenRound } from './open-round.js';
import { SubmitForMarking } from './submit-for-marking.js';

const criteria = [1, 2].map((criterion) => ({ criterion, points: 2 }));
const idOf = (ctx: RequestContext) => (ctx.actor.kind === 'person' ? ctx.actor.personId : ('' as PersonId));
const nobody: AdjustmentTarget = {
  ...{
    level: 'PERSON',
    personId: null,
    groupId: null,
    courseCode: null,
    componentKey: null,
    attemptId: null,
  },
};

describe('whoever knows why a candidate has an adjustment', () => {
  let ground: Ground;
  let [granter, reader, free]: RequestContext[] = [];
  let candidate: PersonId;
  let responseId: string;

  const grant = (ctx: RequestContext, target: AdjustmentTarget) =>
    ground.world.get(GrantAdjustment).execute(ctx, {
      ...{ target, fields: { ...NO_FIELDS, multiplier: 1.25 }, applyToRunning: false },
      reason: 'Reads slowly under pressure.',
    });
  const allocate = () =>
    ground.world.get(AllocateResponses).execute(ground.system, { ...WRITTEN, again: false });
  const tasks = () => ground.world.connection.collection('markingTasks').find().toArray();

  beforeAll(async () => {
    ground = await Ground.of();
    granter = await aMarker(ground);
    reader = await aMarker(ground);
    candidate = await ground.person();
    const adjustment = await grant(granter, { ...nobody, personId: candidate });
    await ground.world.get(ReadAdjustmentReason).execute(reader, { adjustmentId: adjustment.id });
    const [response] = await ground.world.get(SubmitForMarking).execute(ground.system, [written(candidate)]);
    responseId = String(response?.id);
    const terms = { doublePercent: 0, reviewPercent: 0, tolerance: 0, panel: 'FORCE' } as const;
    await ground.world.get(OpenRound).execute(ground.system, { ...WRITTEN, ...terms, doubleMarking: 'NONE' });
  });
  afterAll(() => ground.world.close());

  it('ASM-128 is given nothing of that candidate to mark: it waits for somebody who does not', async () => {
    await allocate();
    expect(await tasks()).toEqual([]);
    free = await aMarker(ground);
    await allocate();
    expect((await tasks()).map(({ markerId }) => String(markerId))).toEqual([idOf(free)]);
  });

  it('ASM-128 does not moderate that candidate', async () => {
    for (const one of [granter, reader] as RequestContext[]) {
      const moderator = ground.world.as(idOf(one), ground.forceId, ['moderator']);
      const input = { responseId: responseId as never, criteria };
      await expect(ground.world.get(ModerateResponse).execute(moderator, input)).rejects.toThrow(
        'MARKER_CONFLICT',
      );
    }
  });

  it('ASM-128 marks no more once the candidate has joined a group whose adjustment they decided', async () => {
    const marker = free as RequestContext;
    const name = 'Coloured pages';
    const save = ground.world.get(SaveAdjustmentGroup);
    const group = await save.execute(ground.system, { name, personIds: [await ground.person()] });
    await grant(marker, { ...nobody, level: 'GROUP', groupId: group.id });
    await save.execute(ground.system, { name, personIds: [...group.personIds, candidate] });
    const [task] = await tasks();
    const input = { taskId: String(task?._id) as never, criteria };
    await expect(ground.world.get(MarkResponse).execute(marker, input)).rejects.toThrow('MARKER_CONFLICT');
    await save.execute(ground.system, { name, personIds: group.personIds });
    await ground.world.get(MarkResponse).execute(marker, input);
    const stored = ground.world.connection.collection('responses');
    expect(await stored.findOne({ _id: objectId(responseId as never) })).toMatchObject({
      state: 'READY_FOR_RELEASE',
    });
  });
});
