import { DUE, type Due } from '@app/platform/jobs/due.schema.js';
import { Pulses, PutOnTimetable } from '@app/scheduling';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Types } from 'mongoose';
import { aWorld, type World } from '../../support/a-world.js';

const LINE = 'job dailyAt everyMinutes isPaused nextAt isOverdue lastRanAt lastTookMs failures failureReason';
const JOB = 'identity.forget-expired';

describe('the clockwork over the API', () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld();
    await world.get(PutOnTimetable).execute();
  });
  afterAll(() => world.end());

  async function aFailure(): Promise<string> {
    const [row] = await world.connection.model<Due>(DUE).create([
      {
        ...{ key: `broken-${String(new Types.ObjectId())}`, job: 'assessment.open-sitting', payload: {} },
        ...{
          forceId: new Types.ObjectId(),
          dueAt: world.clock.now(),
          state: 'failed',
          version: 1,
          attempts: 8,
        },
        failure: { at: world.clock.now(), reason: 'E11000 duplicate key' },
      },
    ]);
    return `due-${String(row?._id)}`;
  }

  it('SCD-07 lists what recurs, the workers and what failed, to an operator and to nobody else', async () => {
    const id = await aFailure();
    await world.get(Pulses).record({
      ...{ worker: 'host:1', at: world.clock.now(), clockTrusted: true },
      loops: [{ name: 'relay', lastAt: world.clock.now(), tookMs: 3, failures: 0 }],
      queues: [{ name: 'timed', waiting: 1, active: 2, delayed: 3, failed: 0 }],
    });
    const ask = `{ recurringJobs { ${LINE} description }
      workerProcesses { id isSilent clockTrusted loops { name tookMs } queues { name delayed } }
      failedWork(first: 5) { totalCount edges { node { id work event state attempts reason } } } }`;
    const { data } = await (await world.as('operator')).send(ask);
    expect(data?.['recurringJobs'].map(({ job }: { job: string }) => job)).toEqual(
      expect.arrayContaining([JOB, 'scheduling.forget-done']),
    );
    expect(data?.['workerProcesses']).toEqual([
      {
        ...{ id: 'host:1', isSilent: false, clockTrusted: true },
        loops: [{ name: 'relay', tookMs: 3 }],
        queues: [{ name: 'timed', delayed: 3 }],
      },
    ]);
    expect(data?.['failedWork'].edges.map(({ node }: { node: unknown }) => node)).toEqual([
      {
        ...{ id, work: 'assessment.open-sitting', event: null, state: 'FAILED', attempts: 8 },
        reason: 'E11000 duplicate key',
      },
    ]);
    for (const person of ['administrator', 'trainer', 'author'] as const) {
      const { errors } = await (await world.as(person)).send(ask);
      expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
    }
  });

  it('SCD-03 SCD-04 pauses, refuses to run what is paused, resumes and runs', async () => {
    const operator = await world.as('operator');
    const paused = await operator.mutate('pauseRecurring', { job: JOB }, LINE);
    expect(paused).toMatchObject({ isPaused: true, nextAt: null, dailyAt: '03:30' });
    expect(await operator.mutate('pauseRecurring', { job: JOB }, LINE)).toEqual(paused);
    expect(await operator.refusalOf('runRecurringNow', { job: JOB })).toBe('RECURRING_PAUSED');
    const resumed = await operator.mutate('resumeRecurring', { job: JOB }, LINE);
    expect(resumed).toMatchObject({ isPaused: false, nextAt: '2026-11-24T03:30:00.000Z' });
    expect(await operator.mutate('resumeRecurring', { job: JOB }, LINE)).toEqual(resumed);
    await operator.mutate('runRecurringNow', { job: JOB }, LINE);
    await world.settle();
    const [line] = (await operator.query(`{ recurringJobs { ${LINE} } }`)).filter(
      ({ job }: { job: string }) => job === JOB,
    );
    expect(line).toMatchObject({ lastRanAt: '2026-11-23T09:00:00.000Z', failures: 0, isOverdue: false });
    for (const name of ['pauseRecurring', 'resumeRecurring', 'runRecurringNow']) {
      expect(await operator.refusalOf(name, { job: 'no.such-job' })).toBe('RECURRING_UNKNOWN');
      expect(await operator.codeOf(name, {})).toBe('BAD_USER_INPUT');
      expect(await (await world.as('administrator')).codeOf(name, { job: JOB })).toBe('FORBIDDEN');
    }
  });

  it('SCD-06 redrives and discards failed work', async () => {
    const operator = await world.as('operator');
    const [first, second] = [await aFailure(), await aFailure()];
    expect(await operator.refusalOf('discardWork', { workId: second, reason: ' ' })).toBe(
      'DISCARD_REASON_MISSING',
    );
    const discard = () =>
      operator.mutate('discardWork', { workId: second, reason: 'The sitting is gone.' }, 'state');
    expect(await discard()).toMatchObject({ state: 'DISCARDED' });
    expect(await discard()).toMatchObject({ state: 'DISCARDED' });
    expect(await operator.refusalOf('redriveWork', { workId: second })).toBe('WORK_DISCARDED');
    expect(await operator.mutate('redriveWork', { workId: first }, 'state')).toMatchObject({
      state: 'REDRIVEN',
    });
    expect(await operator.mutate('redriveWork', { workId: first }, 'state')).toMatchObject({
      state: 'REDRIVEN',
    });
    const nothing = `due-${String(new Types.ObjectId())}`;
    for (const [name, more] of [
      ['redriveWork', {}],
      ['discardWork', { reason: 'gone' }],
    ] as const) {
      expect(await operator.codeOf(name, { workId: nothing, ...more })).toBe('NOT_FOUND');
      expect(await operator.codeOf(name, { workId: 'x', ...more })).toBe('BAD_USER_INPUT');
      expect(await (await world.as('trainer')).codeOf(name, { workId: nothing, ...more })).toBe('FORBIDDEN');
    }
  });

  it('shows the queue board to operators only, with a policy that loads nothing from elsewhere', async () => {
    const board = (token?: string | null) =>
      fetch(`${world.url}/operator/queues/`, {
        headers: token === undefined || token === null ? {} : { authorization: `Bearer ${token}` },
      });
    expect((await board()).status).toBe(401);
    expect((await board((await world.as('administrator')).token)).status).toBe(403);
    const shown = await board((await world.as('operator')).token);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'self'");
    const { token } = await world.as('operator');
    const api = await fetch(`${world.url}/operator/queues/api/queues`, {
      headers: { authorization: `Bearer ${token ?? ''}` },
    });
    const { queues } = (await api.json()) as { queues: { name: string; readOnlyMode: boolean }[] };
    expect(queues.map(({ name, readOnlyMode }) => [name, readOnlyMode])).toEqual(
      ['events', 'timed', 'mail', 'reports'].map((name) => [name, true]),
    );
  });
});
