import { type AttemptId, ReplayPaper } from '@app/assessment';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEGINNING, type World } from '../../support/a-world.js';
import type { PersonKey } from '../../support/the-cast.js';
import {
  ATTEMPT,
  anAssessmentWorld,
  answerInput,
  noSuchId,
  type StartedAttempt,
  started,
} from './assessment-world.js';

const CLOCK = 'id state deadline secondsLeft recallWaits recallConfirmed';

describe('operational recall', () => {
  let world: World;
  beforeAll(async () => {
    world = await anAssessmentWorld();
  });
  afterAll(() => world.end());
  beforeEach(() => world.at(BEGINNING));

  const answered = async (key: PersonKey, attempt: StartedAttempt, count: number): Promise<void> => {
    const caller = await world.as(key);
    for (let place = 0; place < count; place++)
      await caller.mutate('saveAnswer', answerInput(attempt, place), 'sequence');
  };
  const look = async (key: PersonKey, id: string): Promise<any> =>
    (await world.as(key)).query(
      'query Q($id: ID!) { attempt(id: $id) { state deadline finishedAt finishedBy result { score outOf } paper { id } } }',
      { id },
    );

  it('ASM-90 ASM-91 ASM-93 ASM-94 stands still, is confirmed, and goes on with unseen questions and the time that was left', async () => {
    const { attempt } = await started(world, 'officer', { seats: 51 });
    await answered('officer', attempt, 8);
    world.at('2026-11-23T10:20:00Z');
    const caller = await world.as('officer');
    const input = { attemptId: attempt.id };
    const suspended = await caller.mutate('suspendAttempt', input, CLOCK);
    expect(suspended).toMatchObject({ state: 'SUSPENDED', secondsLeft: 900, recallWaits: true });
    expect(await caller.mutate('suspendAttempt', input, CLOCK)).toEqual(suspended);
    expect(await caller.refusalOf('saveAnswer', answerInput(attempt, 8))).toBe('ATTEMPT_SUSPENDED');
    expect(await caller.refusalOf('submitAttempt', input)).toBe('ATTEMPT_SUSPENDED');
    expect(await caller.refusalOf('startRest', input)).toBe('ATTEMPT_SUSPENDED');
    expect(await look('officer', attempt.id)).toMatchObject({ state: 'SUSPENDED', paper: [] });
    expect(await caller.refusalOf('resumeAttempt', input)).toBe('RECALL_UNCONFIRMED');
    world.at('2026-11-23T14:00:00Z');
    await world.settle();
    expect(await (await world.as('officer')).codeOf('confirmRecall', input)).toBe('FORBIDDEN');
    expect(await (await world.as('trainer')).codeOf('confirmRecall', input)).toBe('FORBIDDEN');
    const supervisor = await world.as('supervisor');
    const confirmed = await supervisor.mutate('confirmRecall', input, CLOCK);
    expect(confirmed).toMatchObject({ recallConfirmed: true, recallWaits: false, secondsLeft: 900 });
    expect(await supervisor.mutate('confirmRecall', input, CLOCK)).toEqual(confirmed);
    expect(await supervisor.refusalOf('turnDownRecall', input)).toBe('RECALL_CONFIRMED');
    expect(await (await world.as('officer')).refusalOf('withdrawRecall', input)).toBe('RECALL_CONFIRMED');

    world.at('2026-11-23T16:00:00Z');
    const back = await world.as('officer');
    const resumed = await back.mutate('resumeAttempt', input, `${ATTEMPT} lockedItemIds`);
    expect(resumed).toMatchObject({ state: 'OPEN', deadline: '2026-11-23T16:15:00.000Z' });
    const before = attempt.paper.map(({ id }) => id);
    const after = resumed.paper.map(({ id }: { id: string }) => id) as string[];
    expect(after).toHaveLength(10);
    expect(after.slice(0, 8)).toEqual(before.slice(0, 8));
    expect(after.slice(8).filter((id) => before.includes(id))).toEqual([]);
    expect(resumed.lockedItemIds).toEqual(before.slice(0, 8));
    const again = await back.mutate('resumeAttempt', input, ATTEMPT);
    expect(again.paper).toEqual(resumed.paper);
    const replay = await world
      .get(ReplayPaper)
      .execute(world.system(), { attemptId: attempt.id as AttemptId });
    expect(replay).toMatchObject({ identical: true, items: 10 });
    const change = { sequence: 9, answer: { choices: ['b'] } };
    expect(await back.refusalOf('saveAnswer', answerInput(again, 0, change))).toBe('ITEM_LOCKED');
    expect(await back.refusalOf('saveAnswer', answerInput(again, 0, { ...change, itemId: before[9] }))).toBe(
      'ITEM_NOT_IN_PAPER',
    );
    await back.mutate('saveAnswer', answerInput(again, 9), 'sequence');
    world.at('2026-11-23T16:15:00Z');
    await world.settle();
    expect(await look('officer', attempt.id)).toMatchObject({
      ...{ state: 'RELEASED', finishedAt: '2026-11-23T16:15:00.000Z', result: { score: 9, outOf: 10 } },
    });
    const lines = await world.connection
      .collection('journal')
      .find({ type: 'assessment.attempt.recalled.v1' })
      .toArray();
    expect(lines).toHaveLength(1);
    expect(lines[0]?.['data']).toMatchObject({
      ...{ attemptId: attempt.id, askedBy: caller.personId, confirmedBy: supervisor.personId },
      ...{ suspendedAt: '2026-11-23T10:20:00.000Z', resumedAt: '2026-11-23T16:00:00.000Z' },
      ...{ deadlineBefore: '2026-11-23T10:35:00.000Z', deadlineAfter: '2026-11-23T16:15:00.000Z' },
      ...{ voidedItemIds: before.slice(8), newItemIds: after.slice(8) },
    });
  });

  it('ASM-92 withdrawn, turned down or confirmed by nobody, the clock has run on all the while', async () => {
    const cases = [
      ['colleague', 'withdrawRecall', 'colleague'],
      ['capability', 'turnDownRecall', 'supervisor'],
    ] as const;
    for (const [seat, [key, verb, by]] of cases.entries()) {
      const { attempt } = await started(world, key, { seats: 52 + seat });
      await answered(key, attempt, 1);
      const input = { attemptId: attempt.id };
      world.at('2026-11-23T10:10:00Z');
      await (await world.as(key)).mutate('suspendAttempt', input, CLOCK);
      world.at('2026-11-23T10:20:00Z');
      const undone = await (await world.as(by)).mutate(verb, input, CLOCK);
      expect(undone).toMatchObject({ state: 'OPEN', deadline: '2026-11-23T10:35:00.000Z', secondsLeft: 900 });
      expect(await (await world.as(by)).mutate(verb, input, CLOCK)).toEqual(undone);
      await (await world.as(key)).mutate('saveAnswer', answerInput(attempt, 1), 'sequence');
      world.at('2026-11-23T10:30:00Z');
      await (await world.as(key)).mutate('suspendAttempt', input, CLOCK);
      world.at('2026-11-26T10:29:59Z');
      await world.settle();
      expect(await look(key, attempt.id)).toMatchObject({ state: 'SUSPENDED' });
      world.at('2026-11-26T10:30:00Z');
      await world.settle();
      expect(await look(key, attempt.id)).toMatchObject({
        ...{
          state: 'RELEASED',
          finishedAt: '2026-11-23T10:35:00.000Z',
          finishedBy: 'time',
          result: { score: 2 },
        },
      });
    }
  });

  it('ASM-93 after 28 days away what was saved is handed in as of the suspension; too few unseen questions are no paper', async () => {
    const { attempt } = await started(world, 'administrator', { seats: 55 });
    await answered('administrator', attempt, 3);
    world.at('2026-11-23T10:10:00Z');
    const input = { attemptId: attempt.id };
    const byLead = await (await world.as('supervisor')).mutate('suspendAttempt', input, CLOCK);
    expect(byLead).toMatchObject({ state: 'SUSPENDED', recallConfirmed: true });
    // Seven were seen and not answered, and the bank has two that were not.
    expect(await (await world.as('administrator')).refusalOf('resumeAttempt', input)).toBe(
      'RECALL_BANK_SHORT',
    );
    expect(await look('administrator', attempt.id)).toMatchObject({ state: 'SUSPENDED' });
    world.at('2026-12-21T10:10:00Z');
    await world.settle();
    expect(await look('administrator', attempt.id)).toMatchObject({
      ...{ state: 'RELEASED', finishedAt: '2026-11-23T10:10:00.000Z', result: { score: 3 } },
    });
    expect(await (await world.as('supervisor')).refusalOf('suspendAttempt', input)).toBe(
      'ATTEMPT_STANDS_STILL',
    );
    expect(await (await world.as('supervisor')).refusalOf('confirmRecall', input)).toBe('RECALL_NONE');
  });

  it('ASM-91 a supervisor who sits does not confirm their own recall', async () => {
    const { caller, attempt } = await started(world, 'supervisor', { seats: 56 });
    await caller.mutate('suspendAttempt', { attemptId: attempt.id }, CLOCK);
    expect(await caller.refusalOf('confirmRecall', { attemptId: attempt.id })).toBe('RECALL_OWN');
    expect(await caller.refusalOf('turnDownRecall', { attemptId: attempt.id })).toBe('RECALL_OWN');
  });

  it.each(['suspendAttempt', 'confirmRecall', 'turnDownRecall', 'withdrawRecall'])(
    '%s: malformed, unknown, another force’s, nobody’s business, not signed in',
    async (verb) => {
      const { attempt } = await started(world, 'secondTrainer', { seats: 57 });
      const key = verb === 'confirmRecall' || verb === 'turnDownRecall' ? 'supervisor' : 'colleague';
      const caller = await world.as(key);
      expect(await caller.codeOf(verb, { attemptId: 'x' })).toBe('BAD_USER_INPUT');
      expect(await caller.codeOf(verb, { attemptId: noSuchId() })).toBe('NOT_FOUND');
      if (key === 'colleague') {
        expect(await caller.codeOf(verb, { attemptId: attempt.id })).toBe('NOT_FOUND');
        expect(await (await world.as('otherOfficer')).codeOf(verb, { attemptId: attempt.id })).toBe(
          'NOT_FOUND',
        );
      } else
        expect(await (await world.as('otherTrainer')).codeOf(verb, { attemptId: attempt.id })).toBe(
          'FORBIDDEN',
        );
      expect(await world.stranger().codeOf(verb, { attemptId: attempt.id })).toBe('UNAUTHENTICATED');
    },
  );
});
