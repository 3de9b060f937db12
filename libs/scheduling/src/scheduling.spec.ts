import { type ForceId, type RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { DUE, type Due, type DueState } from '@app/platform/jobs/due.schema.js';
import { FAILED_DELIVERY, type FailedDelivery } from '@app/platform/jobs/failed-delivery.schema.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { declaredRecurring, defineRecurring, recurringKey } from '@app/platform/jobs/recurring.js';
import { DELIVERY, type DeliveryMark, OUTBOX, type OutboxRow } from '@app/platform/journal/journal.schema.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { type Model, Types } from 'mongoose';
import { placeOf } from './failed-work/failed-work.js';
import { FailedWorkRepository } from './failed-work/failed-work.repository.js';
import { DiscardWork, RedriveWork } from './failed-work/settle-failed-work.js';
import { ForgetDone } from './forgetting/forget-done.js';
import { isSilent } from './pulse/pulse.js';
import { PULSE } from './pulse/pulse.schema.js';
import { Pulses } from './pulse/pulses.repository.js';
import { PutOnTimetable } from './recurring/put-on-timetable.js';
import { RecurringReader } from './recurring/recurring.reader.js';
import { PauseRecurring, ResumeRecurring, RunRecurringNow } from './recurring/steer-recurring.js';
import { SchedulingModule } from './scheduling.module.js';

const trim = defineRecurring({
  name: 'test.trim-wicks',
  queue: 'timed',
  description: 'Trims the wicks.',
  rhythm: { dailyAt: '06:00' },
});

@Injectable()
@Handles(trim)
class TrimWicks implements JobHandler<Record<string, never>> {
  times = 0;

  async handle(): Promise<void> {
    this.times += 1;
  }
}

const DAY_MS = 24 * 3600 * 1000;

describe('the clockwork', () => {
  let world: DomainWorld;
  let ctx: RequestContext;
  let dues: Model<Due>;
  let failed: Model<FailedDelivery>;

  beforeAll(async () => {
    world = await DomainWorld.of([SchedulingModule], { providers: [TrimWicks] });
    ctx = world.as(newId<never>(), newId<ForceId>(), ['operator']);
    dues = world.connection.model<Due>(DUE);
    failed = world.connection.model<FailedDelivery>(FAILED_DELIVERY);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-11-23T09:00:00Z');
    await Promise.all([dues.deleteMany({}), failed.deleteMany({})]);
  });

  const line = async () => (await world.get(RecurringReader).all()).find(({ job }) => job === trim.name);
  const steer = { job: trim.name };

  it('SCD-01 puts what is declared on the timetable once, and takes off what is declared no more', async () => {
    await dues.create([
      {
        key: recurringKey('test.gone'),
        job: 'test.gone',
        payload: {},
        forceId: new Types.ObjectId(),
        dueAt: world.clock.now(),
        state: 'waiting',
        version: 1,
      },
      {
        key: 'attempt-deadline-1',
        job: 'test.other',
        payload: {},
        forceId: new Types.ObjectId(),
        dueAt: world.clock.now(),
        state: 'waiting',
        version: 1,
      },
    ]);
    await Promise.all([1, 2, 3].map(() => world.get(PutOnTimetable).execute()));
    const keys = (await dues.find().lean()).map(({ key }) => key).sort();
    expect(keys).toEqual(['attempt-deadline-1', ...[...declaredRecurring().keys()].map(recurringKey)].sort());
    const before = await line();
    expect(before).toMatchObject({
      nextAt: new Date('2026-11-24T06:00:00Z'),
      isPaused: false,
      lastRun: null,
    });
    world.clock.advance({ days: 3 });
    await world.get(PutOnTimetable).execute();
    expect((await line())?.nextAt).toEqual(before?.nextAt);
  });

  it('SCD-02 says what is overdue: more than a minute past its instant', async () => {
    await world.get(PutOnTimetable).execute();
    world.clock.set('2026-11-24T06:01:00Z');
    expect((await line())?.isOverdue).toBe(false);
    world.clock.set('2026-11-24T06:01:01Z');
    expect((await line())?.isOverdue).toBe(true);
  });

  it('SCD-03 pauses and goes on at the next instant; again is the same answer', async () => {
    await world.get(PutOnTimetable).execute();
    const paused = await world.get(PauseRecurring).execute(ctx, steer);
    expect(paused).toMatchObject({ isPaused: true, nextAt: null, isOverdue: false });
    expect(await world.get(PauseRecurring).execute(ctx, steer)).toEqual(paused);
    world.clock.set('2026-11-26T12:00:00Z');
    const times = world.get(TrimWicks).times;
    await world.settle();
    expect(world.get(TrimWicks).times).toBe(times);
    const resumed = await world.get(ResumeRecurring).execute(ctx, steer);
    expect(resumed).toMatchObject({ isPaused: false, nextAt: new Date('2026-11-27T06:00:00Z') });
    expect(await world.get(ResumeRecurring).execute(ctx, steer)).toEqual(resumed);
    const types = await world.connection.collection('journal').distinct('type');
    expect(types).toEqual(['scheduling.recurring.paused.v1', 'scheduling.recurring.resumed.v1']);
  });

  it('SCD-03 knows no other name', async () => {
    for (const useCase of [world.get(PauseRecurring), world.get(ResumeRecurring), world.get(RunRecurringNow)])
      await expect(useCase.execute(ctx, { job: 'test.nothing' })).rejects.toMatchObject({
        code: 'RECURRING_UNKNOWN',
      });
  });

  it('SCD-04 runs now, once, and goes on from there; not while paused', async () => {
    await world.get(PutOnTimetable).execute();
    const now = world.clock.now();
    const asked = await world.get(RunRecurringNow).execute(ctx, steer);
    expect(asked.nextAt).toEqual(now);
    expect(await world.get(RunRecurringNow).execute(ctx, steer)).toEqual(asked);
    const times = world.get(TrimWicks).times;
    await world.settle();
    expect(world.get(TrimWicks).times).toBe(times + 1);
    expect(await line()).toMatchObject({ nextAt: new Date('2026-11-24T06:00:00Z'), lastRun: { at: now } });
    await world.get(PauseRecurring).execute(ctx, steer);
    await expect(world.get(RunRecurringNow).execute(ctx, steer)).rejects.toMatchObject({
      code: 'RECURRING_PAUSED',
    });
  });

  describe('failed work', () => {
    const failure = { at: new Date('2026-11-23T08:00:00Z'), reason: 'the wick is wet' };

    async function aDue(): Promise<string> {
      const row = { key: `wet-${String(new Types.ObjectId())}`, job: 'test.light', payload: {} };
      const [made] = await dues.create([
        {
          ...row,
          forceId: new Types.ObjectId(),
          dueAt: failure.at,
          state: 'failed',
          version: 3,
          attempts: 8,
          failure,
        },
      ]);
      return `due-${String(made?._id)}`;
    }

    async function anEvent(): Promise<string> {
      const eventId = new Types.ObjectId();
      const _id = `${eventId.toHexString()}-test-watch`;
      await failed.create([
        {
          _id,
          eventId,
          consumer: 'test-watch',
          type: 'test.lamp.lit.v1',
          forceId: new Types.ObjectId(),
          at: failure.at,
          attempts: 8,
          reason: failure.reason,
          state: 'failed',
        },
      ]);
      return `event-${_id}`;
    }

    it('SCD-05 is listed with its reason, page by page, due rows first', async () => {
      const ids = [await aDue(), await aDue(), await anEvent(), await anEvent()];
      const repository = world.get(FailedWorkRepository);
      const first = await repository.page({ limit: 3, after: null });
      expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 3));
      expect(first.totalCount).toBe(4);
      const last = first.rows[2];
      const rest = await repository.page({ limit: 3, after: last === undefined ? null : first.keyOf(last) });
      expect(rest.rows.map(({ id }) => id)).toEqual(ids.slice(3));
      expect(rest.rows[0]).toMatchObject({
        work: 'test-watch',
        event: 'test.lamp.lit.v1',
        reason: 'the wick is wet',
      });
    });

    it('SCD-06 is tried anew with a fresh count; again is the same answer', async () => {
      const [dueId, eventId] = [await aDue(), await anEvent()];
      for (const workId of [dueId, eventId]) {
        const redriven = await world.get(RedriveWork).execute(ctx, { workId });
        expect(redriven).toMatchObject({ id: workId, state: 'REDRIVEN' });
        expect(await world.get(RedriveWork).execute(ctx, { workId })).toMatchObject({ state: 'REDRIVEN' });
      }
      expect(await dues.findById(dueId.slice(4)).lean()).toMatchObject({
        state: 'waiting',
        attempts: 0,
        version: 4,
      });
      expect(await failed.findById(eventId.slice(6)).lean()).toMatchObject({ state: 'redrive' });
      expect(await world.get(FailedWorkRepository).count()).toBe(0);
    });

    it('SCD-06 is given up with a reason that the journal keeps; an event then counts as digested', async () => {
      const [dueId, eventId] = [await aDue(), await anEvent()];
      for (const workId of [dueId, eventId]) {
        for (const reason of ['', '  no ', 'x'.repeat(501)])
          await expect(world.get(DiscardWork).execute(ctx, { workId, reason })).rejects.toMatchObject({
            code: 'DISCARD_REASON_MISSING',
          });
        const discard = () => world.get(DiscardWork).execute(ctx, { workId, reason: 'The lamp is gone.' });
        expect(await discard()).toMatchObject({ state: 'DISCARDED' });
        expect(await discard()).toMatchObject({ state: 'DISCARDED' });
        await expect(world.get(RedriveWork).execute(ctx, { workId })).rejects.toMatchObject({
          code: 'WORK_DISCARDED',
        });
      }
      expect(
        await world.connection.model<DeliveryMark>(DELIVERY).findById(eventId.slice(6)).lean(),
      ).not.toBeNull();
      const kept = await world.connection
        .collection('journalPayloads')
        .countDocuments({ 'body.reason': 'The lamp is gone.' });
      expect(kept).toBe(2);
    });

    it('SCD-06 has ids of two forms and no other', async () => {
      expect(placeOf('due-0123456789abcdef01234567')).toEqual({ due: '0123456789abcdef01234567' });
      expect(placeOf('event-0123456789abcdef01234567-test-watch')).toEqual({
        delivery: '0123456789abcdef01234567-test-watch',
      });
      for (const id of [
        '',
        'due-1',
        'event-',
        'event-0123456789abcdef01234567-',
        'due-0123456789abcdef01234567x',
      ])
        expect(placeOf(id)).toBeNull();
      await expect(
        world.get(RedriveWork).execute(ctx, { workId: 'due-0123456789abcdef01234567' }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(world.get(RedriveWork).execute(ctx, { workId: 'nothing' })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    });
  });

  it('SCD-08 shows each worker’s last sign of life; silent after thirty seconds, forgotten after a day', async () => {
    const pulses = world.get(Pulses);
    const at = world.clock.now();
    const pulse = { worker: 'lamp:1', at, clockTrusted: true, loops: [], queues: null };
    await pulses.record({ ...pulse, at: new Date(at.getTime() - 9000) });
    await pulses.record(pulse);
    expect(await pulses.all()).toEqual([pulse]);
    expect(isSilent(pulse, new Date(at.getTime() + 30_000))).toBe(false);
    expect(isSilent(pulse, new Date(at.getTime() + 30_001))).toBe(true);
    const indexes = await world.connection.collection('pulses').indexes();
    expect(world.connection.model(PULSE)).toBeDefined();
    expect(indexes.find(({ key }) => 'at' in key)?.['expireAfterSeconds']).toBe(86_400);
  });

  it('SCD-09 forgets the marks of work that is over after 90 days, and none that may be needed', async () => {
    const now = world.clock.now().getTime();
    const ago = (days: number) => new Date(now - days * DAY_MS);
    const row = (key: string, days: number, state: DueState) => ({
      ...{ key, job: 'test.light', payload: {}, forceId: new Types.ObjectId(), version: 1 },
      ...{ dueAt: ago(days), state },
    });
    await dues.create([
      row('old', 91, 'done'),
      row('new', 89, 'done'),
      row('open', 400, 'waiting'),
      row('stuck', 400, 'failed'),
    ]);
    const marks = world.connection.model<DeliveryMark>(DELIVERY);
    const outbox = world.connection.model<OutboxRow>(OUTBOX);
    await marks.deleteMany({});
    await outbox.deleteMany({});
    await marks.create([
      { _id: 'a', at: ago(120) },
      { _id: 'b', at: ago(100) },
      { _id: 'c', at: ago(10) },
    ]);
    await outbox.create([{ type: 'test.lamp.lit.v1', at: ago(110), relayedAt: null }]);
    expect(await world.get(ForgetDone).execute()).toEqual({ dues: 1, marks: 1 });
    expect((await dues.find().lean()).map(({ key }) => key).sort()).toEqual(['new', 'open', 'stuck']);
    expect((await marks.find().lean()).map(({ _id }) => _id).sort()).toEqual(['b', 'c']);
  });
});
