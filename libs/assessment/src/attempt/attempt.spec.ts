import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { WorkRunner } from '@app/platform/jobs/work-runner.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ItemRepository } from '../item/item.repository.js';
import { LoadItems } from '../item/load-items.js';
import { DrawRepository } from '../paper/draw.repository.js';
import { PreparePaper } from '../paper/prepare-paper.js';
import { SetBlueprint } from '../paper/set-blueprint.js';
import { BookPlace } from '../sitting/book-place.js';
import { bankOf, Ground } from '../testing/ground.js';
import { packItem } from '../testing/items.js';
import { filterOf, MOST_SAVES } from './answer.repository.js';
import type { Attempt } from './attempt.js';
import { AttemptReader } from './attempt.reader.js';
import { AttemptRepository } from './attempt.repository.js';
import { CloseAttempt } from './close-attempt.js';
import { ReleaseResults } from './release-results.js';
import { ResultReader } from './result.reader.js';
import { ResumeAttempt } from './resume-attempt.js';
import { SaveAnswer, type SaveAnswerInput } from './save-answer.js';
import { StartAttempt } from './start-attempt.js';
import { StopWriting } from './stop-writing.js';
import { SubmitAttempt } from './submit-attempt.js';
import { ViewAttempt } from './view-attempt.js';

describe('an attempt', () => {
  let ground: Ground;
  const get: Ground['world']['get'] = (type) => ground.world.get(type);

  beforeAll(async () => {
    ground = await Ground.of();
  });
  afterAll(() => ground.world.close());

  function first(attempt: Attempt, more: Partial<SaveAnswerInput> = {}): SaveAnswerInput {
    const itemId = attempt.paper[0]?.itemId ?? newId();
    const { id: attemptId, writer } = attempt;
    return { attemptId, writer, itemId, sequence: 1, answer: { choices: ['a'] }, ...more };
  }
  const save = (ctx: RequestContext, input: SaveAnswerInput) => get(SaveAnswer).execute(ctx, input);
  const stored = (attempt: Attempt) =>
    ground.world.connection.collection('attempts').findOne({ _id: objectId(attempt.id) });
  const personOf = (ctx: RequestContext) =>
    ctx.actor.kind === 'person' ? ctx.actor.personId : newId<never>();

  it('ASM-37 is one, however often and from wherever it is started at once', async () => {
    const ctx = await ground.officer();
    ground.world.clock.set('2026-11-23T09:00:00Z');
    const { id: sittingId } = await ground.sitting({ seats: 31 });
    await get(BookPlace).execute(ctx, { sittingId });
    ground.world.clock.set('2026-11-23T10:00:00Z');
    const start = () => get(StartAttempt).execute(ctx, { sittingId });
    const attempts = await Promise.all(Array.from({ length: 8 }, start));
    const again = await start();
    expect(new Set([...attempts, again].map(({ id, writer }) => `${id} ${writer}`)).size).toBe(1);
    expect(
      await ground.world.connection
        .collection('attempts')
        .countDocuments({ personId: objectId(personOf(ctx)) }),
    ).toBe(1);
    expect(
      (await ground.events('assessment.attempt.started.v1')).filter((e) => e['personId'] === personOf(ctx)),
    ).toHaveLength(1);
  });

  it('ASM-21 ASM-22 ASM-23 needs a place, an open window and an enrolment', async () => {
    ground.world.clock.set('2026-11-23T09:00:00Z');
    const { id: sittingId } = await ground.sitting({ seats: 32 });
    const enrolled = await ground.officer();
    const stranger = ground.world.as(await ground.person(), ground.forceId);
    const start = (ctx: RequestContext) => get(StartAttempt).execute(ctx, { sittingId });
    await get(BookPlace).execute(stranger, { sittingId });
    await expect(start(enrolled)).rejects.toMatchObject({ code: 'SITTING_NOT_OPEN' });
    ground.world.clock.set('2026-11-23T10:00:00Z');
    await expect(start(enrolled)).rejects.toMatchObject({ code: 'PLACE_MISSING' });
    await expect(start(stranger)).rejects.toMatchObject({ code: 'NOT_ENROLLED' });
    ground.world.clock.set('2026-11-23T12:00:00Z');
    await expect(start(enrolled)).rejects.toMatchObject({ code: 'SITTING_CLOSED' });
  });

  it('ASM-01 ASM-27 is drawn, frozen and replayed bit for bit, also after its items were corrected', async () => {
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    expect(attempt.paper).toHaveLength(10);
    const corrected = bankOf(12).map((item) => ({
      ...item,
      stem: { ...item.stem, en: `${item.stem.en} Now?` },
    }));
    expect(await get(LoadItems).execute(ground.system, corrected)).toEqual({
      added: 0,
      changed: 12,
      unchanged: 0,
    });
    expect(await get(LoadItems).execute(ground.system, corrected)).toEqual({
      added: 0,
      changed: 0,
      unchanged: 12,
    });
    const draw = await get(DrawRepository).of(ctx.force, attempt.id);
    if (draw === null) throw new Error('no draw');
    const { paper } = await get(PreparePaper).replay(draw);
    expect(JSON.stringify(paper)).toBe(JSON.stringify(attempt.paper));
    expect((await get(ViewAttempt).execute(ctx, { attemptId: attempt.id })).paper).toEqual(attempt.paper);
  });

  it('keeps every save in its history, and the last one counts', async () => {
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    await save(ctx, first(attempt, { answer: { choices: ['b'] } }));
    ground.world.clock.advance({ seconds: 5 });
    const acknowledged = await save(ctx, first(attempt, { sequence: 7 }));
    const now = new Date('2026-11-23T10:00:05Z');
    expect(acknowledged).toEqual({ sequence: 7, savedAt: now, serverTime: now });
    const { itemId } = first(attempt);
    const kept = await stored(attempt);
    expect(kept?.['history']).toEqual([
      {
        itemId: objectId(itemId),
        value: { choices: ['b'] },
        sequence: 1,
        at: new Date('2026-11-23T10:00:00Z'),
      },
      {
        itemId: objectId(itemId),
        value: { choices: ['a'] },
        sequence: 7,
        at: new Date('2026-11-23T10:00:05Z'),
      },
    ]);
    expect(kept?.['answers'][itemId].value).toEqual({ choices: ['a'] });
  });

  it('ASM-34 ASM-101 takes no older sequence; the same answer again is the same acknowledgement, with the clock of now', async () => {
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    const acknowledged = await save(ctx, first(attempt, { sequence: 3 }));
    ground.world.clock.advance({ seconds: 30 });
    const serverTime = new Date(acknowledged.savedAt.getTime() + 30_000);
    expect(await save(ctx, first(attempt, { sequence: 3 }))).toEqual({ ...acknowledged, serverTime });
    const other = { answer: { choices: ['b'] } };
    for (const sequence of [3, 2])
      await expect(save(ctx, first(attempt, { sequence, ...other }))).rejects.toMatchObject({
        code: 'OLD_SEQUENCE',
      });
    expect((await stored(attempt))?.['history']).toHaveLength(1);
  });

  it('ASM-34 keeps the highest sequence when saves arrive at once in any order', async () => {
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    const sequences = [5, 1, 4, 8, 2, 7, 3, 6];
    await Promise.allSettled(
      sequences.map((sequence) => save(ctx, first(attempt, { sequence, answer: { text: `${sequence}` } }))),
    );
    const { itemId } = first(attempt);
    const kept = await stored(attempt);
    expect(kept?.['answers'][itemId]).toMatchObject({ sequence: 8, value: { text: '8' } });
    const history = ((kept?.['history'] ?? []) as { sequence: number }[]).map(({ sequence }) => sequence);
    expect(history).toEqual([...history].sort((a, b) => a - b));
  });

  it('ASM-32 has one writer: resuming elsewhere takes the key away', async () => {
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    const resumed = await get(ResumeAttempt).execute(ctx, { attemptId: attempt.id });
    expect(resumed.paper).toEqual(attempt.paper);
    await expect(save(ctx, first(attempt))).rejects.toMatchObject({ code: 'OTHER_WRITER' });
    await save(ctx, first(resumed));
  });

  it('ASM-33 takes answers to its own paper only', async () => {
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    const strange = save(ctx, first(attempt, { itemId: newId() }));
    await expect(strange).rejects.toMatchObject({ code: 'ITEM_NOT_IN_PAPER' });
  });

  it('is nobody else’s: another officer, another force and no such attempt are one answer', async () => {
    const attempt = await ground.started(await ground.officer());
    const other = await ground.officer();
    const foreign = ground.world.as(attempt.personId, newId<never>());
    for (const ctx of [other, foreign]) {
      await expect(save(ctx, first(attempt))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      for (const verb of [get(ViewAttempt), get(ResumeAttempt), get(SubmitAttempt)])
        await expect(verb.execute(ctx, { attemptId: attempt.id })).rejects.toMatchObject({
          code: 'NOT_FOUND',
        });
    }
    await expect(save(other, first(attempt, { attemptId: newId() }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('ASM-35 keeps a bounded history', async () => {
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    const { itemId } = first(attempt);
    const filler = { itemId: objectId(itemId), value: { text: 'x' }, sequence: 1, at: new Date(0) };
    const history = Array.from({ length: MOST_SAVES - 1 }, () => filler);
    await ground.world.connection
      .collection('attempts')
      .updateOne({ _id: objectId(attempt.id) }, { $set: { history } });
    await save(ctx, first(attempt, { sequence: 9000 }));
    await expect(save(ctx, first(attempt, { sequence: 9001 }))).rejects.toMatchObject({
      code: 'HISTORY_FULL',
    });
  });

  it('ASM-29 ASM-31 ASM-41 is handed in once, marked and announced at once', async () => {
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    await ground.answer(ctx, attempt, 8);
    ground.world.clock.set('2026-11-23T10:20:00Z');
    const hand = () => get(SubmitAttempt).execute(ctx, { attemptId: attempt.id });
    const [one, two] = await Promise.all([hand(), hand()]);
    ground.world.clock.set('2026-11-23T10:50:00Z');
    const three = await hand();
    for (const ended of [one, two, three])
      expect(ended).toMatchObject({
        state: 'RELEASED',
        finishedAt: new Date('2026-11-23T10:20:00Z'),
        finishedBy: 'person',
        marks: { score: 8, outOf: 10, percent: 80, passed: true },
      });
    await ground.world.settle();
    const passes = (await ground.events('assessment.component.assessed.v1')).filter(
      (event) => event['sourceId'] === attempt.id,
    );
    expect(passes).toEqual([
      {
        ...{ personId: attempt.personId, courseCode: 'OLH-101', componentKey: 'paper' },
        ...{ versionId: ground.version.id, sourceId: attempt.id, on: '2026-11-23' },
        ...{ percent: 80, passed: true },
      },
    ]);
    const marks = (await ground.events('assessment.attempt.marked.v1')).filter(
      (event) => event['attemptId'] === attempt.id,
    );
    expect(marks).toHaveLength(1);
    await expect(save(ctx, first(attempt, { sequence: 2 }))).rejects.toMatchObject({
      code: 'ATTEMPT_SUBMITTED',
    });
    expect(await save(ctx, first(attempt))).toMatchObject({ sequence: 1 });
    const start = get(StartAttempt).execute(ctx, { sittingId: attempt.sittingId });
    await expect(start).rejects.toMatchObject({ code: 'ALREADY_PASSED' });
  });

  describe('whose time is up', () => {
    const late = '2026-11-23T10:47:11Z';
    const asOfDeadline = {
      state: 'RELEASED',
      finishedAt: new Date('2026-11-23T10:35:00Z'),
      finishedBy: 'time',
      marks: { score: 3, percent: 30, passed: false },
    };
    const waysToEnd: [string, (ctx: RequestContext, attempt: Attempt) => Promise<unknown>][] = [
      ['the due job', async () => ground.world.settle()],
      [
        'the sweep, when the due job was lost',
        async (_ctx, attempt) => {
          const due = await ground.world.connection
            .collection('dues')
            .findOne({ key: `attempt-deadline-${attempt.id}` });
          await get(WorkRunner).runDue(String(due?._id));
        },
      ],
      ['a look at it', (ctx, attempt) => get(ViewAttempt).execute(ctx, { attemptId: attempt.id })],
      ['resuming it', (ctx, attempt) => get(ResumeAttempt).execute(ctx, { attemptId: attempt.id })],
      ['handing it in', (ctx, attempt) => get(SubmitAttempt).execute(ctx, { attemptId: attempt.id })],
      ['a late answer', (ctx, attempt) => save(ctx, first(attempt, { sequence: 9 })).catch(() => undefined)],
      [
        'starting another',
        (ctx, { sittingId }) =>
          get(StartAttempt)
            .execute(ctx, { sittingId })
            .catch(() => undefined),
      ],
      [
        'all of them at once',
        (ctx, attempt) =>
          Promise.allSettled([
            get(ViewAttempt).execute(ctx, { attemptId: attempt.id }),
            get(SubmitAttempt).execute(ctx, { attemptId: attempt.id }),
            get(CloseAttempt).execute(ground.system, { attemptId: attempt.id }),
            save(ctx, first(attempt, { sequence: 9 })),
          ]),
      ],
    ];

    it.each(waysToEnd)('ASM-30 ends as of its deadline, with the same result, by %s', async (_way, end) => {
      const ctx = await ground.officer();
      const attempt = await ground.started(ctx);
      await ground.answer(ctx, attempt, 3);
      ground.world.clock.set(late);
      const [listed] = await get(AttemptReader).ofPerson(ctx.force, attempt.personId, 'OLH-101');
      expect(listed).toMatchObject({
        state: 'SUBMITTED',
        finishedAt: asOfDeadline.finishedAt,
        percent: null,
      });
      await end(ctx, attempt);
      expect(await stored(attempt)).toMatchObject(asOfDeadline);
      await ground.world.settle();
      expect(await stored(attempt)).toMatchObject(asOfDeadline);
      const ends = (await ground.events('assessment.attempt.submitted.v1')).filter(
        (event) => event['attemptId'] === attempt.id,
      );
      expect(ends).toEqual([
        {
          ...{ attemptId: attempt.id, personId: attempt.personId, by: 'time' },
          finishedAt: '2026-11-23T10:35:00.000Z',
        },
      ]);
    });

    it('ASM-30 takes no answer at the deadline itself, and one a millisecond before', async () => {
      const ctx = await ground.officer();
      const attempt = await ground.started(ctx);
      ground.world.clock.set('2026-11-23T10:34:59.999Z');
      await save(ctx, first(attempt));
      ground.world.clock.set('2026-11-23T10:35:00Z');
      await expect(save(ctx, first(attempt, { sequence: 2 }))).rejects.toMatchObject({
        code: 'ATTEMPT_OVER',
      });
      expect(await stored(attempt)).toMatchObject({ marks: { score: 1 } });
    });

    it('ASM-25 ASM-24 lets the next one start a day after start + limit, until none is left', async () => {
      const ctx = await ground.officer();
      ground.world.clock.set('2026-11-23T09:00:00Z');
      const { id: sittingId } = await ground.sitting({
        seats: 33,
        closesAt: new Date('2026-11-30T12:00:00Z'),
      });
      await get(BookPlace).execute(ctx, { sittingId });
      const start = (at: string) => {
        ground.world.clock.set(at);
        return get(StartAttempt).execute(ctx, { sittingId });
      };
      expect((await start('2026-11-23T10:00:00Z')).number).toBe(1);
      await expect(start('2026-11-24T10:34:59Z')).rejects.toMatchObject({
        code: 'COOLING_DOWN',
        facts: { from: new Date('2026-11-24T10:35:00Z') },
      });
      expect((await start('2026-11-24T10:35:00Z')).number).toBe(2);
      expect((await start('2026-11-26T10:00:00Z')).number).toBe(3);
      await expect(start('2026-11-28T10:00:00Z')).rejects.toMatchObject({ code: 'NO_ATTEMPTS_LEFT' });
    });
  });

  it('ASM-42 shows its result with feedback', async () => {
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    expect(await get(ResultReader).of(ctx, attempt)).toBeNull();
    await ground.answer(ctx, attempt, 7);
    ground.world.clock.set('2026-11-23T10:20:00Z');
    const ended = await get(SubmitAttempt).execute(ctx, { attemptId: attempt.id });
    const result = await get(ResultReader).of(ctx, ended);
    expect(result).toMatchObject({
      ...{ score: 7, outOf: 10, percent: 70, passMark: 80, passed: false, attemptsLeft: 2 },
      nextAttemptFrom: new Date('2026-11-24T10:20:00Z'),
    });
    expect(result?.items[9]).toMatchObject({
      correct: false,
      key: { choices: ['a'] },
      lawIds: ['osa-regime'],
    });
  });

  it('ASM-36 takes the keys of a suspended person away, and keeps what was saved', async () => {
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    await ground.answer(ctx, attempt, 2);
    await get(StopWriting).execute(ground.system, { personId: attempt.personId });
    await expect(save(ctx, first(attempt, { sequence: 5 }))).rejects.toMatchObject({ code: 'OTHER_WRITER' });
    ground.world.clock.set('2026-11-23T10:40:00Z');
    await ground.world.settle();
    expect(await stored(attempt)).toMatchObject({ marks: { score: 2 }, finishedBy: 'time' });
  });

  it('ASM-27 shows somebody next time what they have not seen', async () => {
    const ctx = await ground.officer();
    const one = await ground.started(ctx);
    ground.world.clock.set('2026-11-23T10:05:00Z');
    await get(SubmitAttempt).execute(ctx, { attemptId: one.id });
    ground.world.clock.set('2026-11-25T09:00:00Z');
    const sitting = await ground.sitting({
      opensAt: new Date('2026-11-25T10:00:00Z'),
      closesAt: new Date('2026-11-25T12:00:00Z'),
    });
    await get(BookPlace).execute(ctx, { sittingId: sitting.id });
    ground.world.clock.set('2026-11-25T10:00:00Z');
    const two = await get(StartAttempt).execute(ctx, { sittingId: sitting.id });
    const seen = new Set(one.paper.map(({ itemId }) => itemId));
    // Twelve in the bank, ten on a paper: the two unseen ones must be there.
    expect(two.paper.filter(({ itemId }) => !seen.has(itemId))).toHaveLength(2);
  });

  it('saves by its primary key alone, examining one document', async () => {
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    const { itemId } = first(attempt);
    const write = {
      ...{ attemptId: attempt.id, personId: attempt.personId, writer: attempt.writer, itemId },
      ...{ sequence: 1, value: { choices: ['a'] }, now: ground.world.clock.now() },
    };
    const plan = await ground.world.connection
      .collection('attempts')
      .find(filterOf(ctx.force, write) as never)
      .explain('executionStats');
    expect(plan['executionStats']).toMatchObject({
      totalDocsExamined: 1,
      totalKeysExamined: 1,
      nReturned: 1,
    });
  });

  it('finds the attempts of a person, an enrolment and a sitting by index', async () => {
    const attempt = await ground.started(await ground.officer());
    const forceId = objectId(ground.forceId);
    const filters = [
      { forceId, personId: objectId(attempt.personId), courseCode: 'OLH-101' },
      {
        forceId,
        personId: objectId(attempt.personId),
        courseCode: 'OLH-101',
        componentKey: 'paper',
        state: 'OPEN',
      },
      { forceId, enrolmentId: attempt.enrolmentId, componentKey: 'paper' },
      { forceId, sittingId: objectId(attempt.sittingId) },
    ];
    for (const filter of filters) {
      const plan = await ground.world.connection
        .collection('attempts')
        .find(filter)
        .explain('executionStats');
      expect(JSON.stringify(plan['queryPlanner'].winningPlan)).toContain('IXSCAN');
      expect(plan['executionStats'].totalDocsExamined).toBe(plan['executionStats'].nReturned);
    }
  });

  it('counts as closed for nobody but its force', async () => {
    const attempt = await ground.started(await ground.officer());
    const elsewhere = ground.world.system(newId<never>());
    expect(await get(AttemptRepository).byId(elsewhere.force, attempt.id)).toBeNull();
    expect(await get(ItemRepository).bank('OLH-101')).toHaveLength(12);
  });
});

describe('other policies of an assessment', () => {
  const grounds: Ground[] = [];
  const groundOf = async (options: Parameters<typeof Ground.of>[0]) => {
    const ground = await Ground.of(options);
    grounds.push(ground);
    return ground;
  };
  afterAll(() => Promise.all(grounds.map((ground) => ground.world.close())));

  it('ASM-30 GRACE: may be handed in, not answered, for so many minutes, and is abandoned after them', async () => {
    const policy = { atDeadline: 'GRACE', graceMinutes: 5, release: 'AT_ONCE' } as const;
    const ground = await groundOf({ policy });
    const [one, two] = [await ground.officer(), await ground.officer()];
    const first = await ground.started(one);
    const second = await ground.started(two);
    await ground.answer(one, first, 8);
    ground.world.clock.set('2026-11-23T10:39:00Z');
    await ground.world.settle();
    await expect(ground.answer(one, first, 9)).rejects.toMatchObject({ code: 'ATTEMPT_OVER' });
    const handed = await ground.world.get(SubmitAttempt).execute(one, { attemptId: first.id });
    expect(handed).toMatchObject({ state: 'RELEASED', finishedBy: 'person', marks: { score: 8 } });
    ground.world.clock.set('2026-11-23T10:40:00Z');
    await ground.world.settle();
    const given = await ground.world.get(SubmitAttempt).execute(two, { attemptId: second.id });
    expect(given).toMatchObject({
      state: 'ABANDONED',
      marks: null,
      finishedAt: new Date('2026-11-23T10:35:00Z'),
    });
  });

  it('ASM-30 ABANDON: what was not handed in is not counted', async () => {
    const policy = { atDeadline: 'ABANDON', graceMinutes: 0, release: 'AT_ONCE' } as const;
    const ground = await groundOf({ policy });
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    await ground.answer(ctx, attempt, 10);
    ground.world.clock.set('2026-11-23T10:35:00Z');
    await ground.world.settle();
    const ended = await ground.world.get(ViewAttempt).execute(ctx, { attemptId: attempt.id });
    expect(ended).toMatchObject({ state: 'ABANDONED', marks: null });
    expect(await ground.events('assessment.component.assessed.v1')).toEqual([]);
  });

  it('ASM-40 ASM-41 ASM-42 results by hand: nobody knows before the release, everybody after it, once', async () => {
    const policy = { atDeadline: 'SUBMIT', graceMinutes: 0, release: 'BY_HAND' } as const;
    const ground = await groundOf({ policy });
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    const { sittingId } = attempt;
    const release = () => ground.world.get(ReleaseResults).execute(ground.system, { sittingId });
    await ground.answer(ctx, attempt, 10);
    ground.world.clock.set('2026-11-23T11:00:00Z');
    const ended = await ground.world.get(ViewAttempt).execute(ctx, { attemptId: attempt.id });
    expect(ended.state).toBe('MARKED');
    expect(await ground.world.get(ResultReader).of(ctx, ended)).toBeNull();
    const [listed] = await ground.world.get(AttemptReader).ofPerson(ctx.force, attempt.personId, 'OLH-101');
    expect(listed).toMatchObject({ state: 'MARKED', percent: null, passed: null });
    expect(await ground.events('assessment.component.assessed.v1')).toEqual([]);
    await expect(release()).rejects.toMatchObject({ code: 'RESULTS_TOO_EARLY' });
    ground.world.clock.set('2026-11-23T12:00:00Z');
    await release();
    ground.world.clock.set('2026-11-24T12:00:00Z');
    expect((await release()).resultsReleasedAt).toEqual(new Date('2026-11-23T12:00:00Z'));
    expect(await ground.events('assessment.results.released.v1')).toHaveLength(1);
    expect(await ground.events('assessment.component.assessed.v1')).toMatchObject([{ on: '2026-11-23' }]);
  });

  it('waits for a marker when a written item was answered', async () => {
    const written = packItem('OLH-101-Q90', {
      points: 5,
      content: { type: 'written', rubric: [{ criterion: packItem('x').stem, points: 5 }] },
    });
    const ground = await groundOf({ items: [...bankOf(10), written] });
    // Not asked for by name: no paper of this blueprint holds it.
    const before = await ground.started(await ground.officer());
    expect(before.paper.map(({ type }) => type)).not.toContain('written');
    await ground.world.get(SetBlueprint).execute(ground.system, {
      ...{
        courseCode: 'OLH-101',
        componentKey: 'paper',
        count: 10,
        scope: [{ skillId: 'OLH-01', maxLevel: 2 }],
      },
      quotas: [{ count: 1, types: ['written'] }],
    });
    const ctx = await ground.officer();
    const attempt = await ground.started(ctx);
    const essay = attempt.paper.find(({ type }) => type === 'written');
    const { id: attemptId, writer } = attempt;
    const answer = { text: 'Facts, elements, why not the others.' };
    const itemId = essay?.itemId ?? newId();
    await ground.world.get(SaveAnswer).execute(ctx, { attemptId, writer, itemId, sequence: 1, answer });
    const ended = await ground.world.get(SubmitAttempt).execute(ctx, { attemptId });
    expect(ended).toMatchObject({ state: 'AWAITING_MARKER', marks: { isWaiting: true } });
    expect(await ground.world.get(ResultReader).of(ctx, ended)).toBeNull();
    expect(await ground.events('assessment.attempt.submitted.v1')).toHaveLength(1);
    expect(await ground.events('assessment.attempt.marked.v1')).toEqual([]);
    expect(await ground.events('assessment.component.assessed.v1')).toEqual([]);
  });

  it('ASM-05 ASM-09 makes no sitting that only samples, or nothing, could fill', async () => {
    const ground = await groundOf({ items: bankOf(10).map((item) => ({ ...item, sample: true })) });
    await expect(ground.sitting()).rejects.toMatchObject({ code: 'SITTING_NEEDS_SAMPLES' });
    await ground.world.connection.collection('blueprints').deleteMany({});
    await expect(ground.sitting()).rejects.toMatchObject({ code: 'BLUEPRINT_MISSING' });
  });

  it('ASM-06 ASM-27 refuses a paper to somebody whose own items leave too few, and uses nothing up', async () => {
    const ground = await groundOf({ items: bankOf(10) });
    const ctx = await ground.officer();
    const authorIds = ctx.actor.kind === 'person' ? [ctx.actor.personId] : [];
    const items = bankOf(10).map((item, place) => (place === 0 ? { ...item, authorIds } : item));
    await ground.world.get(LoadItems).execute(ground.system, items);
    await expect(ground.started(ctx)).rejects.toMatchObject({ code: 'PAPER_SHORT' });
    expect(await ground.world.connection.collection('attempts').countDocuments()).toBe(0);
  });

  it('ASM-02 ASM-03 ASM-04 loads all of a pack or nothing', async () => {
    const ground = await groundOf({});
    const load = (items: ReturnType<typeof bankOf>) =>
      ground.world.get(LoadItems).execute(ground.system, items);
    const count = () => ground.world.connection.collection('itemVersions').countDocuments();
    const before = await count();
    const fresh = packItem('OLH-101-Q77');
    await expect(load([fresh, packItem('OLH-101-Q01', { use: 'practice' })])).rejects.toMatchObject({
      code: 'ITEM_USE_CHANGED',
    });
    await expect(load([fresh, packItem('OLH-101-Q01', { state: 'draft' })])).rejects.toMatchObject({
      code: 'ITEM_STATE_REFUSED',
    });
    await expect(load([fresh, packItem('OLH-101-Q78', { points: 0 })])).rejects.toMatchObject({
      code: 'ITEMS_FAULTY',
    });
    await expect(load([fresh, fresh])).rejects.toMatchObject({ code: 'ITEMS_FAULTY' });
    expect(await count()).toBe(before);
  });
});
