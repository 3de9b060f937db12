import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEGINNING, type World } from '../../support/a-world.js';
import {
  ATTEMPT,
  anAssessmentWorld,
  answerInput,
  aSitting,
  COURSE,
  noSuchId,
  type StartedAttempt,
  started,
  WINDOW,
} from './assessment-world.js';

describe('sitting a paper', () => {
  let world: World;
  beforeAll(async () => {
    world = await anAssessmentWorld();
  });
  afterAll(() => world.end());
  beforeEach(() => world.at(BEGINNING));

  const look = async (id: string): Promise<unknown> =>
    (await world.as('officer')).query(`query Q($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`, { id });

  it('startAttempt, resumeAttempt, saveAnswer, submitAttempt: good and repeated', async () => {
    const { caller, attempt } = await started(world, 'officer');
    expect(attempt).toMatchObject({
      ...{ number: 1, state: 'OPEN', deadline: '2026-11-23T10:35:00.000Z', serverTime: WINDOW.opensAt },
      ...{ finishedAt: null, result: null, answers: [] },
    });
    expect(attempt.paper).toHaveLength(10);
    expect(JSON.stringify(attempt)).not.toContain('"key"');
    const again = (await caller.mutate(
      'startAttempt',
      { sittingId: attempt.sittingId },
      ATTEMPT,
    )) as StartedAttempt;
    expect(again).toEqual(attempt);

    const saved = await caller.mutate('saveAnswer', answerInput(attempt), 'sequence savedAt');
    expect(saved).toMatchObject({ sequence: 1, savedAt: WINDOW.opensAt });
    world.at('2026-11-23T10:01:00Z');
    expect(await caller.mutate('saveAnswer', answerInput(attempt), 'sequence savedAt')).toEqual(saved);

    const resumed = (await caller.mutate(
      'resumeAttempt',
      { attemptId: attempt.id },
      ATTEMPT,
    )) as StartedAttempt;
    expect(resumed.paper).toEqual(attempt.paper);
    expect(resumed.writer).not.toBe(attempt.writer);
    expect(await caller.refusalOf('saveAnswer', answerInput(attempt, 1))).toBe('OTHER_WRITER');
    expect(await look(attempt.id)).toMatchObject({ writer: null });
    for (let place = 1; place < 8; place++)
      await caller.mutate('saveAnswer', answerInput(resumed, place), 'sequence');

    const refused = (more: Record<string, unknown>) =>
      caller.refusalOf('saveAnswer', answerInput(resumed, 0, more));
    expect(await refused({ answer: { choices: ['b'] } })).toBe('OLD_SEQUENCE');
    expect(await refused({ itemId: noSuchId() })).toBe('ITEM_NOT_IN_PAPER');

    const ended = (await caller.mutate('submitAttempt', { attemptId: attempt.id }, ATTEMPT)) as {
      result: { items: unknown[] };
    };
    expect(ended).toMatchObject({
      ...{ state: 'RELEASED', finishedBy: 'person', writer: null },
      result: { score: 8, outOf: 10, percent: 80, passMark: 80, passed: true, attemptsLeft: 0 },
    });
    expect(ended.result.items[9]).toMatchObject({
      correct: false,
      key: { choices: ['a'] },
      lawIds: ['osa-regime'],
    });
    expect(await caller.mutate('submitAttempt', { attemptId: attempt.id }, ATTEMPT)).toEqual(ended);
    expect(await refused({ sequence: 5 })).toBe('ATTEMPT_SUBMITTED');
    expect(await caller.mutate('resumeAttempt', { attemptId: attempt.id }, 'state writer')).toMatchObject({
      state: 'RELEASED',
      writer: null,
    });
    expect(await caller.refusalOf('startAttempt', { sittingId: attempt.sittingId })).toBe('ALREADY_PASSED');
    const page = await caller.query(
      'query Q($code: ID!) { myCourse(code: $code) { openSittings { id bookedByMe } attempts { id state percent passed } } }',
      { code: COURSE },
    );
    expect(page).toMatchObject({
      openSittings: [{ id: attempt.sittingId, bookedByMe: true }],
      attempts: [{ id: attempt.id, state: 'RELEASED', percent: 80, passed: true }],
    });
    await world.settle();
  });

  it('startAttempt refuses by code', async () => {
    const sittingId = await aSitting(world, { seats: 8 });
    const supervisor = await world.as('supervisor');
    expect(await supervisor.refusalOf('startAttempt', { sittingId })).toBe('SITTING_NOT_OPEN');
    await supervisor.mutate('bookPlace', { sittingId }, 'id');
    world.at('2026-11-23T10:00:00Z');
    expect(await (await world.as('capability')).refusalOf('startAttempt', { sittingId })).toBe(
      'PLACE_MISSING',
    );
    const now = await world.as('supervisor');
    expect(await now.refusalOf('startAttempt', { sittingId })).toBe('NOT_ENROLLED');
    await now.mutate('enrol', { courseCode: COURSE }, 'id');
    const { id: attemptId } = (await now.mutate('startAttempt', { sittingId }, 'id')) as { id: string };
    await now.mutate('submitAttempt', { attemptId }, 'id');
    expect(await now.refusalOf('startAttempt', { sittingId })).toBe('COOLING_DOWN');
    world.at(WINDOW.closesAt);
    expect(await (await world.as('supervisor')).refusalOf('startAttempt', { sittingId })).toBe(
      'SITTING_CLOSED',
    );
  });

  it('ends at its deadline: a late answer is refused and a look shows the end as of the deadline', async () => {
    const { caller, attempt } = await started(world, 'capability', { seats: 9 });
    await caller.mutate('saveAnswer', answerInput(attempt), 'sequence');
    world.at('2026-11-23T10:35:00Z');
    const late = await world.as('capability');
    expect(await late.refusalOf('saveAnswer', answerInput(attempt, 1))).toBe('ATTEMPT_OVER');
    const query = `query Q($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`;
    const seen = await late.query(query, { id: attempt.id });
    expect(seen).toMatchObject({
      ...{ state: 'RELEASED', finishedAt: '2026-11-23T10:35:00.000Z', finishedBy: 'time' },
      result: { score: 1, passed: false, attemptsLeft: 2, nextAttemptFrom: '2026-11-24T10:35:00.000Z' },
    });
    await world.settle();
    expect(await late.query(query, { id: attempt.id })).toEqual(seen);
  });

  it('saveAnswer takes no malformed answer', async () => {
    const { caller, attempt } = await started(world, 'colleague', { seats: 10 });
    const malformed = [
      { answer: {} },
      { answer: { text: 'x', number: 1 } },
      { answer: { choices: ['a', 'a'] } },
      { answer: { text: 'x'.repeat(5001) } },
      { sequence: 0 },
      { itemId: 'x' },
      { attemptId: 'x' },
    ];
    for (const more of malformed)
      expect(await caller.codeOf('saveAnswer', answerInput(attempt, 0, more))).toBe('BAD_USER_INPUT');
  });

  it.each(['resumeAttempt', 'submitAttempt', 'saveAnswer'])(
    '%s: malformed, unknown, a colleague’s, another force’s, not signed in',
    async (verb) => {
      const { caller, attempt } = await started(world, 'administrator', { seats: 11 });
      const input = (attemptId: string) =>
        verb === 'saveAnswer' ? answerInput({ ...attempt, id: attemptId }) : { attemptId };
      expect(await caller.codeOf(verb, input('nonsense'))).toBe('BAD_USER_INPUT');
      expect(await caller.codeOf(verb, input(noSuchId()))).toBe('NOT_FOUND');
      for (const key of ['trainer', 'otherOfficer', 'otherTrainer'] as const)
        expect(await (await world.as(key)).codeOf(verb, input(attempt.id))).toBe('NOT_FOUND');
      expect(await world.stranger().codeOf(verb, input(attempt.id))).toBe('UNAUTHENTICATED');
      const peek = await (await world.as('trainer')).send('query Q($id: ID!) { attempt(id: $id) { id } }', {
        id: attempt.id,
      });
      expect(peek.errors[0]?.extensions['code']).toBe('NOT_FOUND');
    },
  );
});

describe('releaseResults', () => {
  let world: World;
  beforeAll(async () => {
    world = await anAssessmentWorld({ atDeadline: 'SUBMIT', graceMinutes: 0, release: 'BY_HAND' });
  });
  afterAll(() => world.end());

  it('shows the results once, after the closing, and again is the same answer', async () => {
    const { caller, attempt } = await started(world, 'officer');
    const { sittingId } = attempt;
    await caller.mutate('submitAttempt', { attemptId: attempt.id }, 'id');
    const query = 'query Q($id: ID!) { attempt(id: $id) { state result { percent } } }';
    expect(await caller.query(query, { id: attempt.id })).toEqual({ state: 'MARKED', result: null });
    expect(await (await world.as('trainer')).refusalOf('releaseResults', { sittingId })).toBe(
      'RESULTS_TOO_EARLY',
    );
    world.at(WINDOW.closesAt);
    const trainer = await world.as('trainer');
    const released = await trainer.mutate('releaseResults', { sittingId }, 'state resultsReleasedAt');
    expect(released).toMatchObject({ state: 'CLOSED', resultsReleasedAt: WINDOW.closesAt });
    expect(await trainer.mutate('releaseResults', { sittingId }, 'state resultsReleasedAt')).toEqual(
      released,
    );
    const officer = await world.as('officer');
    expect(await officer.query(query, { id: attempt.id })).toEqual({
      state: 'RELEASED',
      result: { percent: 0 },
    });
  });
});
