import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Attempt } from '../attempt/attempt.js';
import { SaveAnswer } from '../attempt/save-answer.js';
import { SubmitAttempt } from '../attempt/submit-attempt.js';
import { DecideVoid } from '../invigilation/decide-void.js';
import { ProposeVoid } from '../invigilation/propose-void.js';
import { SetBlueprint } from '../paper/set-blueprint.js';
import { bankOf, Ground, PAPER_ITEMS } from '../testing/ground.js';
import { packItem } from '../testing/items.js';
import { aMarker, RUBRIC, WRITTEN } from '../testing/marking-ground.js';
import { AllocateResponses } from './allocate-responses.js';
import { MarkResponse } from './mark-response.js';
import { ModerateResponse } from './moderate-response.js';
import { OpenRound } from './open-round.js';
import { ReleaseMarks } from './release-marks.js';
import { TakeNextResponse } from './take-next-response.js';
import { WithdrawMark } from './withdraw-mark.js';
import { WithdrawResponses } from './withdraw-responses.js';

const criteria = [1, 2].map((criterion) => ({ criterion, points: 2 }));

describe('a voided attempt', () => {
  let ground: Ground;
  let marker: RequestContext;
  let roundId: string;
  let [lead, second]: RequestContext[] = [];

  const responses = () => ground.world.connection.collection('responses');
  const allocate = (again: boolean) =>
    ground.world.get(AllocateResponses).execute(ground.system, { ...WRITTEN, again });

  /** An attempt with a written answer, handed in. */
  async function handedIn(): Promise<Attempt> {
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    const item = attempt.paper.find(({ type }) => type === 'written');
    if (item === undefined) throw new Error('The paper has no written item');
    const { id: attemptId, writer } = attempt;
    await ground.world.get(SaveAnswer).execute(ctx, {
      ...{ attemptId, writer, itemId: item.itemId, sequence: 1 },
      answer: { text: 'Seized at 10:14 under section 19.' },
    });
    await ground.world.get(SubmitAttempt).execute(ctx, { attemptId });
    return attempt;
  }

  async function voided({ id: attemptId }: Attempt): Promise<void> {
    const reason = 'The room lost power twice; nobody could go on.';
    await ground.world
      .get(ProposeVoid)
      .execute(lead as RequestContext, { attemptId, reason, isMisconduct: false });
    await ground.world.get(DecideVoid).execute(second as RequestContext, { attemptId, confirm: true });
  }

  const responseOf = ({ id }: Attempt) => responses().findOne({ 'source.id': id });

  beforeAll(async () => {
    const item = packItem('OLH-101-W01', { points: 10, content: { type: 'written', rubric: RUBRIC } });
    ground = await Ground.of({ items: [...bankOf(PAPER_ITEMS), item] });
    await ground.world.get(SetBlueprint).execute(ground.system, {
      ...{ ...WRITTEN, count: 2, scope: [{ skillId: 'OLH-01', maxLevel: 2 }] },
      quotas: [
        { count: 1, types: ['written'] },
        { count: 1, types: ['single'] },
      ],
    });
    marker = await aMarker(ground);
    const as = (id: PersonId) => ground.world.as(id, ground.forceId, ['training-lead']);
    lead = as(await ground.person());
    second = as(await ground.person());
    const terms = { doublePercent: 0, reviewPercent: 0, tolerance: 0, panel: 'FORCE' } as const;
    const round = await ground.world
      .get(OpenRound)
      .execute(ground.system, { ...WRITTEN, ...terms, doubleMarking: 'NONE' });
    roundId = round.id;
  });
  afterAll(() => ground.world.close());

  it('ASM-129 leaves the desk of its marker, who marks it no more, and is given to nobody else', async () => {
    const attempt = await handedIn();
    await allocate(false);
    const taskId = await ground.world.get(TakeNextResponse).execute(marker);
    if (taskId === null) throw new Error('The marker has nothing');
    await voided(attempt);
    expect(await responseOf(attempt)).toMatchObject({ state: 'WITHDRAWN', unfilled: 0, finals: [] });
    expect(await ground.world.get(TakeNextResponse).execute(marker)).toBeNull();
    await expect(ground.world.get(MarkResponse).execute(marker, { taskId, criteria })).rejects.toThrow(
      'TASK_ENDED',
    );
    await aMarker(ground);
    await allocate(true);
    const stored = await responseOf(attempt);
    const tasks = ground.world.connection.collection('markingTasks');
    expect(await tasks.countDocuments({ responseId: stored?._id, state: { $ne: 'ENDED' } })).toBe(0);
  });

  it('ASM-129 keeps the mark that was given, and is neither moderated nor released', async () => {
    const attempt = await handedIn();
    await allocate(false);
    const stored = await responseOf(attempt);
    const task = await ground.world.connection
      .collection('markingTasks')
      .findOne({ responseId: stored?._id });
    const holder = ground.world.as(String(task?.['markerId']) as PersonId, ground.forceId, ['assessor']);
    const taskId = String(task?._id) as never;
    await ground.world.get(MarkResponse).execute(holder, { taskId, criteria });
    expect(await responseOf(attempt)).toMatchObject({ state: 'READY_FOR_RELEASE' });
    await voided(attempt);
    await ground.world.get(ReleaseMarks).execute(ground.system, { roundId: roundId as never });
    expect(await responseOf(attempt)).toMatchObject({ state: 'WITHDRAWN', releasedAt: null });
    const mark = await ground.world.connection.collection('marks').findOne({ responseId: stored?._id });
    expect(mark).toMatchObject({ total: 4, withdrawnAt: null });
    const moderator = ground.world.as(await ground.person(), ground.forceId, ['moderator']);
    const moderated = { responseId: String(stored?._id) as never, criteria };
    await expect(ground.world.get(ModerateResponse).execute(moderator, moderated)).rejects.toThrow(
      'RESPONSE_WITHDRAWN',
    );
    const taken = { markId: String(mark?._id) as never, reason: 'Not what I meant.' };
    await expect(ground.world.get(WithdrawMark).execute(holder, taken)).rejects.toThrow('RESPONSE_WITHDRAWN');
    expect(
      await ground.world.connection.collection('markingTasks').findOne({ _id: objectId(taskId) }),
    ).toMatchObject({ state: 'MARKED' });
  });

  it('ASM-129 is withdrawn once, and what was released stays released', async () => {
    const attempt = await handedIn();
    await allocate(false);
    const task = await ground.world.connection
      .collection('markingTasks')
      .findOne({ responseId: (await responseOf(attempt))?._id });
    const holder = ground.world.as(String(task?.['markerId']) as PersonId, ground.forceId, ['assessor']);
    await ground.world.get(MarkResponse).execute(holder, { taskId: String(task?._id) as never, criteria });
    await ground.world.get(ReleaseMarks).execute(ground.system, { roundId: roundId as never });
    const told = (await ground.events('assessment.responses.withdrawn.v1')).length;
    await voided(attempt);
    await ground.world
      .get(WithdrawResponses)
      .execute(ground.system, { kind: 'attempt-item', id: attempt.id });
    expect(await responseOf(attempt)).toMatchObject({ state: 'RELEASED' });
    expect(told).toBe(2);
    expect(await ground.events('assessment.responses.withdrawn.v1')).toHaveLength(2);
  });
});
