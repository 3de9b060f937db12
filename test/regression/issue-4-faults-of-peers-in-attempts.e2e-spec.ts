import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ATTEMPT,
  anAssessmentWorld,
  answerInput,
  aSitting,
  COURSE,
  type StartedAttempt,
  started,
  WINDOW,
} from '../e2e/assessment/assessment-world.js';
import { BEGINNING, type World } from '../support/a-world.js';
import type { PersonKey } from '../support/the-cast.js';

const BY_HAND = { atDeadline: 'SUBMIT', graceMinutes: 0, release: 'BY_HAND' } as const;

/** Faults that were read in peers (BEHAVIOURS part 3 and 1.2), as they would show here. */
describe('faults of peers that touch attempts', () => {
  let world: World;
  beforeAll(async () => {
    world = await anAssessmentWorld(BY_HAND);
  }, 60_000);
  afterAll(() => world.end());
  beforeEach(() => world.at(BEGINNING));

  const grant = async (key: PersonKey, more: Record<string, unknown>): Promise<void> => {
    const input = { personId: await world.personId(key), reason: 'As assessed in October.', ...more };
    await (await world.as('adjuster')).mutate('grantAdjustment', input, 'id');
  };
  const deadlineOf = async (key: PersonKey, id: string): Promise<unknown> =>
    (await (await world.as(key)).query('query Q($id: ID!) { attempt(id: $id) { deadline } }', { id }))
      .deadline;
  const startedAt = async (key: PersonKey, at: string, sittingId: string): Promise<StartedAttempt> => {
    const before = await world.as(key);
    await before.mutate('enrol', { courseCode: COURSE }, 'id');
    await before.mutate('bookPlace', { sittingId }, 'id');
    world.at(at);
    return (await (await world.as(key)).mutate('startAttempt', { sittingId }, ATTEMPT)) as StartedAttempt;
  };

  it('edX, Canvas, PrairieLearn: extra time is cut by the close date; ASM-100 nor do results by hand come before it ends', async () => {
    await grant('officer', { fields: { multiplier: 2 } });
    const sittingId = await aSitting(world, { seats: 71 });
    const attempt = await startedAt('officer', '2026-11-23T11:30:00Z', sittingId);
    expect(attempt.deadline).toBe('2026-11-23T12:40:00.000Z');
    world.at('2026-11-23T12:39:59Z');
    await world.settle();
    await (await world.as('officer')).mutate('saveAnswer', answerInput(attempt), 'sequence');
    expect(await (await world.as('trainer')).refusalOf('releaseResults', { sittingId })).toBe(
      'RESULTS_TOO_EARLY',
    );
    world.at('2026-11-23T12:40:00Z');
    await (await world.as('trainer')).mutate('releaseResults', { sittingId }, 'id');
    const look = await (await world.as('officer')).query(
      'query Q($id: ID!) { attempt(id: $id) { finishedAt result { score } } }',
      {
        id: attempt.id,
      },
    );
    expect(look).toEqual({ finishedAt: '2026-11-23T12:40:00.000Z', result: { score: 1 } });
  });

  it('Canvas: a course-level adjustment ignores running attempts', async () => {
    const { attempt } = await started(world, 'colleague', { seats: 72 });
    await grant('colleague', { courseCode: COURSE, fields: { extraMinutes: 15 }, applyToRunning: true });
    expect(await deadlineOf('colleague', attempt.id)).toBe('2026-11-23T10:50:00.000Z');
    const adjuster = await world.as('adjuster');
    const group = { name: 'Everybody of the day', personIds: [await world.personId('colleague')] };
    const { id: adjustmentGroupId } = (await adjuster.mutate('saveAdjustmentGroup', group, 'id')) as {
      id: string;
    };
    const shared = {
      adjustmentGroupId,
      fields: { multiplier: 1.2 },
      reason: 'The room was cold.',
      applyToRunning: true,
    };
    await adjuster.mutate('grantAdjustment', shared, 'id');
    // 35 × 1.2 + 15 minutes: each field from the narrowest level that says anything of it.
    expect(await deadlineOf('colleague', attempt.id)).toBe('2026-11-23T10:57:00.000Z');
  });

  it('Kolibri: attempts at one quiz are summed; LearnHouse: a retry deletes prior submissions', async () => {
    const { caller, attempt } = await started(world, 'capability', { seats: 73 });
    for (let place = 0; place < 5; place++)
      await caller.mutate('saveAnswer', answerInput(attempt, place), 'sequence');
    await caller.mutate('submitAttempt', { attemptId: attempt.id }, 'id');
    world.at('2026-11-24T09:00:00Z');
    const window = { opensAt: '2026-11-24T10:00:00.000Z', closesAt: '2026-11-24T12:00:00.000Z' };
    const sittingId = await aSitting(world, { seats: 74, ...window });
    const second = await startedAt('capability', '2026-11-24T10:00:00Z', sittingId);
    const later = await world.as('capability');
    for (let place = 0; place < 4; place++)
      await later.mutate('saveAnswer', answerInput(second, place), 'sequence');
    await later.mutate('submitAttempt', { attemptId: second.id }, 'id');
    world.at('2026-11-24T12:00:00Z');
    for (const sitting of [attempt.sittingId, sittingId])
      await (await world.as('trainer')).mutate('releaseResults', { sittingId: sitting }, 'id');
    const page = await (await world.as('capability')).query(
      'query Q($code: ID!) { myCourse(code: $code) { attempts { id number state percent passed } } }',
      { code: COURSE },
    );
    expect(page.attempts).toEqual([
      { id: attempt.id, number: 1, state: 'RELEASED', percent: 50, passed: false },
      { id: second.id, number: 2, state: 'RELEASED', percent: 40, passed: false },
    ]);
    const kept = await world.connection.collection('attempts').find({ courseCode: COURSE }).toArray();
    const own = kept.filter(
      ({ enrolmentId }) => enrolmentId === kept.find(({ _id }) => String(_id) === second.id)?.['enrolmentId'],
    );
    expect(own.map(({ history }) => (history as unknown[]).length)).toEqual([5, 4]);
  });

  it('freeCodeCamp: options are shuffled anew on each fetch', async () => {
    const { caller, attempt } = await started(world, 'administrator', { seats: 75 });
    const order = (paper: StartedAttempt['paper']) =>
      paper.map(({ id, options }) => [id, ...options.map((one) => one.id)]);
    const looked = await caller.query(`query Q($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`, {
      id: attempt.id,
    });
    const resumed = (await caller.mutate(
      'resumeAttempt',
      { attemptId: attempt.id },
      ATTEMPT,
    )) as StartedAttempt;
    expect(order(looked.paper)).toEqual(order(attempt.paper));
    expect(order(resumed.paper)).toEqual(order(attempt.paper));
  });

  it('CTFd: an attempt limit is passed by a race', async () => {
    const key = 'secondTrainer';
    const sittingIds = [await aSitting(world, { seats: 76 }), await aSitting(world, { seats: 77 })];
    const officer = await world.as(key);
    await officer.mutate('enrol', { courseCode: COURSE }, 'id');
    for (const sittingId of sittingIds) await officer.mutate('bookPlace', { sittingId }, 'id');
    world.at(WINDOW.opensAt);
    const racer = await world.as(key);
    const starts = Array.from({ length: 6 }, (_, turn) =>
      racer.mutate('startAttempt', { sittingId: sittingIds[turn % 2] }, 'id number'),
    );
    const got = (await Promise.all(starts)) as { id: string; number: number }[];
    expect(new Set(got.map(({ id }) => id)).size).toBe(1);
    expect(got.every(({ number }) => number === 1)).toBe(true);
  });
});
