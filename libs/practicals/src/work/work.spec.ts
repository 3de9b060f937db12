import {
  AllocateResponses,
  AssessmentModule,
  MarkResponse,
  OpenRound,
  ReleaseMarks,
  TakeNextResponse,
} from '@app/assessment';
import { IdentityModule } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { FilesModule } from '@app/platform/files/files.module.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { ProgressModule } from '@app/progress';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { Ground } from '../../../assessment/src/testing/ground.js';
import { aMarker, RUBRIC, WRITTEN } from '../../../assessment/src/testing/marking-ground.js';
import { CompleteWork } from './complete-work.js';
import { DecideWorkVoid } from './decide-work-void.js';
import { ProposeWorkVoid } from './propose-work-void.js';
import { workModels, workSteps, workUseCases } from './providers.js';
import { SaveWork } from './save-work.js';
import { StartWork } from './start-work.js';
import { SubmitWork } from './submit-work.js';
import { WithdrawWork } from './withdraw-work.js';
import type { Work } from './work.js';
import { WorkReader } from './work.reader.js';
import { type WorkBrief, WorkBriefs } from './work-brief.js';
import { WorkVoidReader } from './work-void.reader.js';

const task = (key: string, rubric: WorkBrief['tasks'][number]['rubric'] = RUBRIC) => ({
  ...{ key, prompt: englishOnly(`Write the ${key}.`), rubric },
});
const graded: WorkBrief = {
  ...{ briefId: newId(), tasks: [task('plan'), task('costs')], skillId: 'OLH-01', level: 2 },
  ...{ passPercent: 60, maxAttempts: 2, coolDownHours: 24 },
};

/** Briefs of the ground: a graded project on `paper`, a note that is done by handing in on `watched`. */
@Injectable()
class BriefsOfGround extends WorkBriefs {
  async current(_: string, componentKey: string): Promise<WorkBrief | null> {
    if (componentKey === 'watched') return { ...graded, tasks: [task('note', [])] };
    return componentKey === 'paper' ? graded : null;
  }
}

@Module({
  imports: [
    AssessmentModule,
    FilesModule,
    IdentityModule,
    ProgressModule,
    MongooseModule.forFeature(workModels),
  ],
  providers: [...workSteps, ...workUseCases, { provide: WorkBriefs, useClass: BriefsOfGround }],
})
class WorksOfGround {}

const NOT_FOUND = { code: 'NOT_FOUND' };
const PARTS = ['plan', 'costs'].map((key) => ({ key, text: `My ${key}: two kiosks.` }));

describe('works', () => {
  let ground: Ground;
  let marker: RequestContext;
  let roundId: string;

  const start = (ctx: RequestContext, componentKey = 'paper') =>
    ground.world.get(StartWork).execute(ctx, { ...WRITTEN, componentKey });
  const save = (ctx: RequestContext, { id: workId, writer }: Work, more: object = {}) =>
    ground.world.get(SaveWork).execute(ctx, { workId, writer, sequence: 1, parts: PARTS, ...more });
  const submit = (ctx: RequestContext, { id: workId }: Work) =>
    ground.world.get(SubmitWork).execute(ctx, { workId });
  const complete = ({ id: workId }: Work) =>
    ground.world.get(CompleteWork).execute(ground.system, { workId });
  const allocate = () =>
    ground.world.get(AllocateResponses).execute(ground.system, { ...WRITTEN, again: false });
  const release = () => ground.world.get(ReleaseMarks).execute(ground.system, { roundId: roundId as never });
  const markNext = async (...given: number[]) => {
    const taskId = await ground.world.get(TakeNextResponse).execute(marker);
    if (taskId === null) throw new Error('The marker has nothing');
    const criteria = given.map((points, place) => ({ criterion: place + 1, points }));
    await ground.world.get(MarkResponse).execute(marker, { taskId, criteria });
  };
  const handedIn = async (): Promise<{ ctx: RequestContext; work: Work }> => {
    const ctx = await ground.officer();
    const work = await start(ctx);
    await save(ctx, work);
    return { ctx, work: await submit(ctx, work) };
  };

  beforeAll(async () => {
    ground = await Ground.of({ imports: [WorksOfGround] });
    marker = await aMarker(ground);
    const terms = { doublePercent: 0, reviewPercent: 0, tolerance: 0, panel: 'FORCE' } as const;
    const round = await ground.world
      .get(OpenRound)
      .execute(ground.system, { ...WRITTEN, ...terms, doubleMarking: 'NONE' });
    roundId = round.id;
  });
  afterAll(() => ground.world.close());

  it('PRA-39 go from the draft to blind markers, and count once their last response is released', async () => {
    const { ctx, work } = await handedIn();
    expect(work).toMatchObject({ state: 'SUBMITTED', number: 1, late: false, outcome: null });
    expect((await submit(ctx, work)).submittedAt).toEqual(work.submittedAt);
    const responses = ground.world.connection.collection('responses');
    expect(await responses.countDocuments({ 'source.kind': 'work', 'source.id': work.id })).toBe(2);
    await allocate();
    await markNext(4, 5.5);
    await release();
    expect((await complete(work)).state).toBe('SUBMITTED');
    await markNext(2, 2);
    await release();
    const released = await complete(work);
    // 9.5 and 4 of 10 each: 13.5 of 20 is 67.5 per cent.
    expect(released).toMatchObject({ state: 'RELEASED', outcome: { percent: 67.5, passed: true } });
    expect(await complete(work)).toEqual(released);
    const told = await ground.events('practicals.component.assessed.v1');
    expect(told.filter(({ sourceId }) => sourceId === work.id)).toEqual([
      {
        ...{ personId: work.personId, ...WRITTEN, versionId: ground.version.id, sourceId: work.id },
        ...{ on: '2026-11-23', percent: 67.5, passed: true },
      },
    ]);
    await expect(start(ctx)).rejects.toThrow('WORK_ALREADY_PASSED');
  });

  it('PRA-30, PRA-31 are of those enrolled, one at a time; two starts at once are one work', async () => {
    const stranger = ground.world.as(await ground.person(), ground.forceId);
    await expect(start(stranger)).rejects.toThrow('WORK_NOT_ENROLLED');
    const ctx = await ground.officer();
    await expect(start(ctx, 'nothing')).rejects.toMatchObject(NOT_FOUND);
    await Promise.allSettled([start(ctx), start(ctx)]);
    const own = await ground.world.get(WorkReader).ownPage(ctx, { limit: 10, after: null });
    expect(own).toMatchObject({ totalCount: 1, rows: [{ number: 1, state: 'DRAFT' }] });
    const work = await start(ctx);
    await save(ctx, work);
    await submit(ctx, work);
    await expect(start(ctx)).rejects.toThrow('WORK_WAITING');
  });

  it('PRA-33, PRA-34 are saved by one window, in order, whole or not at all', async () => {
    const ctx = await ground.officer();
    const first = await start(ctx);
    const saved = await save(ctx, first, { sequence: 5 });
    expect(await save(ctx, first, { sequence: 5 })).toEqual(saved);
    await expect(save(ctx, first, { sequence: 5, parts: [PARTS[0]] })).rejects.toThrow('WORK_OLD_SEQUENCE');
    await expect(save(ctx, first, { sequence: 4 })).rejects.toThrow('WORK_OLD_SEQUENCE');
    const unknown = [...PARTS, { key: 'poem', text: 'x' }];
    await expect(save(ctx, first, { sequence: 6, parts: unknown })).rejects.toThrow('WORK_PART_UNKNOWN');
    const files = [{ key: 'plan', fileIds: [newId()] }];
    await expect(save(ctx, first, { sequence: 6, parts: files })).rejects.toMatchObject(NOT_FOUND);
    const second = await start(ctx);
    expect(second).toMatchObject({ id: first.id, sequence: 5 });
    await expect(save(ctx, first, { sequence: 6 })).rejects.toThrow('WORK_OTHER_WRITER');
    const other = await ground.officer();
    await expect(save(other, second, { sequence: 6 })).rejects.toMatchObject(NOT_FOUND);
    await expect(submit(other, second)).rejects.toMatchObject(NOT_FOUND);
    await save(ctx, second, { sequence: 6, parts: [PARTS[0]] });
    await expect(submit(ctx, second)).rejects.toThrow('WORK_PART_EMPTY');
    await save(ctx, second, { sequence: 7 });
    await submit(ctx, second);
    await expect(save(ctx, second, { sequence: 8 })).rejects.toThrow('WORK_NOT_DRAFT');
    const told = JSON.stringify(await ground.world.connection.collection('journal').find().toArray());
    expect(told).not.toContain('two kiosks');
  });

  it('PRA-36 are taken back before there is a mark, and leave the markers’ desks', async () => {
    const { ctx, work } = await handedIn();
    const withdraw = () => ground.world.get(WithdrawWork).execute(ctx, { workId: work.id });
    expect((await withdraw()).state).toBe('WITHDRAWN');
    expect(await withdraw()).toMatchObject({ state: 'WITHDRAWN' });
    const responses = ground.world.connection.collection('responses');
    expect(await responses.countDocuments({ 'source.id': work.id, state: 'WITHDRAWN' })).toBe(2);
    await expect(start(ctx)).rejects.toThrow('WORK_COOLING_DOWN');
    const done = await start(ctx, 'watched');
    await save(ctx, done, { parts: [{ key: 'note', text: 'What I learnt.' }] });
    expect(await submit(ctx, done)).toMatchObject({
      state: 'RELEASED',
      outcome: { percent: null, passed: true },
    });
    await expect(ground.world.get(WithdrawWork).execute(ctx, { workId: done.id })).rejects.toThrow(
      'WORK_HAS_MARK',
    );
  });

  describe('PRA-37 are voided by two people', () => {
    const lead = (id: PersonId) => ground.world.as(id, ground.forceId, ['training-lead']);
    const someLead = async () => lead(await ground.person());
    const REASON = 'It was copied word for word.';
    const propose = (by: RequestContext, { id: workId }: Work, reason = REASON) =>
      ground.world.get(ProposeWorkVoid).execute(by, { workId, reason });
    const decide = (by: RequestContext, { id: workId }: Work, confirm = true) =>
      ground.world.get(DecideWorkVoid).execute(by, { workId, confirm });
    const stateOf = async (ctx: RequestContext, { id }: Work) =>
      (await ground.world.get(WorkReader).ownById(ctx, id)).state;
    const voided = async ({ id }: Work) =>
      (await ground.events('practicals.work.voided.v1')).filter(({ workId }) => workId === id);

    it('proposed by one, with a reason, and confirmed by another, neither of them the author', async () => {
      const { ctx, work } = await handedIn();
      const [first, second] = [await someLead(), await someLead()];
      await expect(propose(ctx, work)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(propose(lead(work.personId), work)).rejects.toThrow('WORK_OWN_VOID');
      await expect(propose(first, work, 'Copied')).rejects.toThrow('WORK_VOID_REASON_MISSING');
      await expect(decide(second, work)).rejects.toThrow('WORK_VOID_NOT_PROPOSED');
      const proposal = await propose(first, work);
      expect(proposal).toMatchObject({
        workId: work.id,
        personId: work.personId,
        state: 'PROPOSED',
        reason: REASON,
      });
      expect(await propose(first, work)).toEqual(proposal);
      await expect(propose(second, work)).rejects.toThrow('WORK_VOID_PROPOSED');
      // One person alone changes nothing: not the work, not what markers have.
      await expect(decide(first, work)).rejects.toThrow('WORK_OWN_VOID');
      await expect(decide(lead(work.personId), work)).rejects.toThrow('WORK_OWN_VOID');
      await expect(decide(ctx, work)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(await stateOf(ctx, work)).toBe('SUBMITTED');
      const responses = ground.world.connection.collection('responses');
      expect(await responses.countDocuments({ 'source.id': work.id, state: 'WITHDRAWN' })).toBe(0);
      expect(await voided(work)).toEqual([]);
      const waiting = await ground.world.get(WorkVoidReader).waiting(second);
      expect(waiting.map(({ workId }) => workId)).toEqual([work.id]);

      const decided = await decide(second, work);
      expect(decided).toMatchObject({
        state: 'CONFIRMED',
        decidedBy: second.actor.kind === 'person' ? second.actor.personId : '',
      });
      expect(await decide(second, work)).toEqual(decided);
      expect(await stateOf(ctx, work)).toBe('VOIDED');
      expect(await responses.countDocuments({ 'source.id': work.id, state: 'WITHDRAWN' })).toBe(2);
      const told = await voided(work);
      expect(told).toHaveLength(1);
      expect(told[0]).toMatchObject({ workId: work.id, wasPassed: false });
      const rows = await ground.world.connection.collection('journal').find().toArray();
      expect(JSON.stringify(rows)).not.toContain('word for word');
      expect(await ground.world.get(WorkVoidReader).waiting(second)).toEqual([]);
      await expect(propose(first, work)).rejects.toThrow('WORK_NOT_DRAFT');
      expect(await start(ctx)).toMatchObject({ number: 2, state: 'DRAFT' });
    });

    it('or refused by the second, and then counts as before; it may be proposed again', async () => {
      const { ctx, work } = await handedIn();
      const [first, second] = [await someLead(), await someLead()];
      await propose(first, work);
      const refused = await decide(second, work, false);
      expect(refused.state).toBe('REFUSED');
      expect(await decide(second, work, false)).toEqual(refused);
      expect(await stateOf(ctx, work)).toBe('SUBMITTED');
      expect(await voided(work)).toEqual([]);
      await expect(decide(second, work)).rejects.toThrow('WORK_VOID_NOT_PROPOSED');
      expect(await propose(second, work, 'Its source was not named.')).toMatchObject({ state: 'PROPOSED' });
      expect((await decide(first, work)).state).toBe('CONFIRMED');
    });

    it('two proposals at once are one, and two decisions at once are one', async () => {
      const { ctx, work } = await handedIn();
      const [first, second, third] = [await someLead(), await someLead(), await someLead()];
      const proposed = await Promise.allSettled([propose(first, work), propose(second, work)]);
      expect(proposed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const isFirst = proposed[0].status === 'fulfilled';
      await Promise.allSettled([decide(isFirst ? second : first, work), decide(third, work, false)]);
      const kept = await ground.world.connection
        .collection('workVoids')
        .find({})
        .sort({ _id: -1 })
        .limit(1)
        .toArray();
      const isVoided = kept[0]?.['state'] === 'CONFIRMED';
      expect(await stateOf(ctx, work)).toBe(isVoided ? 'VOIDED' : 'SUBMITTED');
      expect(await voided(work)).toHaveLength(isVoided ? 1 : 0);
    });

    it('and are found by indexes', async () => {
      const proposals = ground.world.connection.collection('workVoids');
      const forceId = objectId(ground.forceId);
      for (const [filter, sort] of [
        [{ forceId, workId: objectId(newId()) }, { _id: -1 }],
        [{ forceId, state: 'PROPOSED' }, { _id: 1 }],
      ] as const) {
        const { queryPlanner } = await proposals.find(filter).sort(sort).explain();
        const plan = JSON.stringify(queryPlanner.winningPlan);
        expect(plan).toContain('IXSCAN');
        expect(plan).not.toMatch(/"stage":"SORT"|COLLSCAN/);
      }
    });
  });

  it('PRA-38 say that they are late after the last day, and are taken all the same', async () => {
    const ctx = await ground.officer();
    const enrolments = ground.world.connection.collection('enrolments');
    const { personId } = await start(ctx, 'watched');
    await enrolments.updateOne({ personId: objectId(personId) }, { $set: { dueOn: '2026-11-24' } });
    const work = await start(ctx);
    await save(ctx, work);
    ground.world.clock.set('2026-11-25T00:00:00Z');
    expect(await submit(ctx, work)).toMatchObject({ late: true });
    ground.world.clock.set('2026-11-23T09:00:00Z');
  });

  it('are found by indexes', async () => {
    const works = ground.world.connection.collection('works');
    const forceId = objectId(ground.forceId);
    for (const [filter, sort] of [
      [{ forceId, enrolmentId: objectId(newId()), componentKey: 'paper' }, { number: 1 }],
      [{ forceId, personId: objectId(newId()) }, { _id: -1 }],
      [{ forceId, courseCode: 'OLH-101', componentKey: 'paper' }, { _id: -1 }],
    ] as const) {
      const { queryPlanner } = await works.find(filter).sort(sort).explain();
      const plan = JSON.stringify(queryPlanner.winningPlan);
      expect(plan).toContain('IXSCAN');
      expect(plan).not.toContain('"stage":"SORT"');
      expect(plan).not.toContain('COLLSCAN');
    }
  });
});
