import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { SystemClock } from '@app/platform/clock/clock.js';
import { ClockGuard } from '@app/platform/clock/clock-guard.js';
import { CONFIG, loadConfig } from '@app/platform/config/config.js';
import { type ForceId, systemContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { DUE, type Due } from '@app/platform/jobs/due.schema.js';
import { FAILED_DELIVERY, type FailedDelivery } from '@app/platform/jobs/failed-delivery.schema.js';
import { Consumes, defineJob, type EventConsumer, Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { defineEvent } from '@app/platform/journal/event.js';
import { OUTBOX, type OutboxRow } from '@app/platform/journal/journal.schema.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { processName } from '@app/platform/process/process-name.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { MongoClient } from 'mongodb';
import type { Model } from 'mongoose';
import { z } from 'zod';
import { Gatherer } from './gatherer.js';
import { IdleTransactions } from './idle-transactions.js';
import { Queues } from './queues.js';
import { Reconciler, WorkLists } from './reconciler.js';
import { Relay } from './relay.js';
import { Sweep } from './sweep.js';

const lampLit = defineEvent<{ lamp: string }>('test.lamp.kindled.v1');
const snuff = defineJob({
  name: 'test.snuff',
  queue: 'timed',
  payload: z.object({ lamp: z.string() }),
  description: 'Puts out a lamp.',
});

const ringOut = defineJob({
  name: 'test.ring-out',
  queue: 'timed',
  payload: z.object({ bell: z.string() }),
  description: 'Rings the hour.',
  urgent: true,
});

@Injectable()
@Handles(ringOut)
class RingOut implements JobHandler<{ bell: string }> {
  readonly rung: string[] = [];

  async handle(_ctx: unknown, { bell }: { bell: string }): Promise<void> {
    this.rung.push(bell);
  }
}

@Injectable()
@Consumes({ name: 'test-watchman', events: [lampLit] })
class Watchman implements EventConsumer<{ lamp: string }> {
  async consume(): Promise<void> {
    // What he does with it is nobody's concern here: the test looks at the queue.
  }
}

@Injectable()
@Handles(snuff)
class Snuff implements JobHandler<{ lamp: string }> {
  readonly out: string[] = [];

  async handle(_ctx: unknown, { lamp }: { lamp: string }): Promise<void> {
    if (lamp === 'broken') throw new Error('no snuffer');
    this.out.push(lamp);
  }
}

const config = loadConfig({
  ...process.env,
  NODE_ENV: 'test',
  QUEUE_PREFIX: `test-${randomBytes(5).toString('hex')}`,
});

@Module({
  providers: [
    Queues,
    Relay,
    WorkLists,
    Reconciler,
    Gatherer,
    Sweep,
    IdleTransactions,
    Watchman,
    Snuff,
    RingOut,
    { provide: CONFIG, useValue: config },
  ],
})
class RelayGround {}

describe('from MongoDB to Redis and back', () => {
  let world: DomainWorld;
  let queues: Queues;
  let dues: Model<Due>;

  beforeAll(async () => {
    world = await DomainWorld.of([RelayGround]);
    queues = world.get(Queues);
    await queues.ready();
    dues = world.connection.model<Due>(DUE);
  });
  afterAll(async () => {
    await flush();
    await world.close();
  });
  beforeEach(async () => {
    await Promise.all([dues.deleteMany({}), world.connection.model<OutboxRow>(OUTBOX).deleteMany({})]);
    await flush();
    await world.get(Reconciler).restoreDues();
  });

  /** Redis loses what it held of ours, as it does when it starts again without its data. */
  async function flush(): Promise<void> {
    for (const name of ['events', 'timed', 'mail', 'reports'] as const)
      await queues.of(name).obliterate({ force: true });
    const redis = await queues.of('timed').getBackend().client;
    await redis.del(`${queues.prefix}:lantern-was-here`);
  }

  async function dueLater(count: number): Promise<void> {
    const ctx = systemContext('test', newId<ForceId>());
    const dueAt = new Date(world.clock.now().getTime() + 20 * 60_000);
    for (let n = 0; n < count; n++)
      await world.get(Timetable).set(ctx, snuff, { key: `lamp-${n}`, dueAt, payload: { lamp: String(n) } });
  }

  it('offers each due time once, and all of them again when Redis has lost them', async () => {
    await dueLater(30);
    expect(await world.get(Relay).tick()).toBe(30);
    expect(await world.get(Relay).tick()).toBe(0);
    expect(await queues.of('timed').getDelayedCount()).toBe(30);
    expect(await world.get(Reconciler).restoreDues()).toBe(0);

    await flush();
    expect(await queues.of('timed').getDelayedCount()).toBe(0);
    expect(await world.get(Reconciler).reconcile()).toBe(30);
    expect(await world.get(Relay).tick()).toBe(30);
    expect(await queues.of('timed').getDelayedCount()).toBe(30);
    expect(await world.get(Reconciler).restoreDues()).toBe(0);
  });

  it('offers an event that Redis lost again, and once only while it is there', async () => {
    await world.get(UnitOfWork).run(systemContext('test', newId<ForceId>()), async (announce) => {
      announce(lampLit({ lamp: 'a' }));
    });
    await world.get(Relay).tick();
    expect(await queues.of('events').getWaitingCount()).toBe(1);
    world.clock.advance({ seconds: 6 });
    expect(await world.get(Reconciler).reconcile()).toBe(0);
    await queues.of('events').obliterate({ force: true });
    world.clock.advance({ seconds: 6 });
    expect(await world.get(Reconciler).reconcile()).toBe(1);
    expect(await queues.of('events').getWaitingCount()).toBe(1);
  });

  it('SCD-06 offers again what an operator redrives, past the job that had failed', async () => {
    const failed = world.connection.model<FailedDelivery>(FAILED_DELIVERY);
    const eventId = newId<never>() as string;
    const _id = `${eventId}-test-watchman`;
    const row = { _id, eventId, consumer: 'test-watchman', type: lampLit.type, forceId: newId<never>() };
    await failed.create([
      { ...row, at: world.clock.now(), attempts: 8, reason: 'dark', state: 'redrive' },
    ] as never);
    await queues
      .of('events')
      .add('test-watchman', { eventId, consumer: 'test-watchman' }, { jobId: _id, delay: 99_999 });
    expect(await world.get(Reconciler).reconcile()).toBe(1);
    expect(await queues.of('events').getJobCounts('waiting', 'delayed')).toEqual({ waiting: 1, delayed: 0 });
    expect(await failed.findById(_id).lean()).toBeNull();
  });

  it('SCD-05 sweeps past what fails, and leaves that alone until its pause is over', async () => {
    const ctx = systemContext('test', newId<ForceId>());
    for (const lamp of ['broken', 'whole'])
      await world
        .get(Timetable)
        .set(ctx, snuff, { key: `lamp-${lamp}`, dueAt: world.clock.now(), payload: { lamp } });
    world.clock.advance({ ms: 301 });
    expect(await world.get(Sweep).run()).toBe(1);
    expect(world.get(Snuff).out).toEqual(['whole']);
    const attempts = async () => (await dues.findOne({ key: 'lamp-broken' }).lean())?.attempts;
    expect(await attempts()).toBe(1);
    await world.get(Sweep).run();
    expect(await attempts()).toBe(1);
    world.clock.advance({ ms: 500 });
    await world.get(Sweep).run();
    expect(await attempts()).toBe(2);
  });

  it('does what is due beside a row that somebody else holds, and that one when its holder is found dead', async () => {
    await dueLater(3);
    world.clock.advance({ minutes: 20, seconds: 1 });
    // A process of this host that has ended, and whose transaction nobody aborted.
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const dead = await MongoClient.connect(String(process.env['MONGODB_URI']), {
      appName: `${hostname()}/${pid}/01234567`,
    });
    const session = dead.startSession();
    session.startTransaction();
    const held = dead.db(world.connection.name).collection('dues');
    await held.updateOne({ key: 'lamp-0' }, { $set: { attempts: 1 } }, { session });
    const snuffed = world.get(Snuff).out;
    snuffed.length = 0;
    const sweeping = world.get(Sweep).run();
    while (snuffed.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect([...snuffed].sort()).toEqual(['1', '2']);
    // Later by two seconds, the sweep itself looks who holds it.
    world.clock.advance({ seconds: 2 });
    await world.get(Sweep).run();
    await sweeping;
    expect([...snuffed].sort()).toEqual(['0', '1', '2']);
    await expect(session.commitTransaction()).rejects.toThrow();
    await session.endSession();
    await dead.close();
  });

  it('leaves the transaction of a living process alone until it has been silent for too long', async () => {
    const living = await MongoClient.connect(String(process.env['MONGODB_URI']), { appName: processName() });
    const session = living.startSession();
    session.startTransaction();
    const lamps = living.db(world.connection.name).collection<{ _id: string }>('lamps');
    await lamps.insertOne({ _id: 'lit' }, { session });
    const own = async () => (await lamps.countDocuments({}, { session })) === 1;
    await world.get(IdleTransactions).end(60_000);
    expect(await own()).toBe(true);
    const patience = 1500;
    while ((await world.get(IdleTransactions).end(patience)) === 0)
      await new Promise((resolve) => setImmediate(resolve));
    await expect(own()).rejects.toThrow();
    await session.endSession();
    await living.close();
  });

  it('sweeps what is urgent apart from everything that has been late for longer', async () => {
    await dueLater(2);
    world.clock.advance({ minutes: 21 });
    const ctx = systemContext('test', newId<ForceId>());
    const dueAt = new Date(world.clock.now().getTime() - 1000);
    await world.get(Timetable).set(ctx, ringOut, { key: 'bell', dueAt, payload: { bell: 'noon' } });
    world.get(Snuff).out.length = 0;
    expect(await world.get(Sweep).run('urgent')).toBe(1);
    expect([world.get(RingOut).rung, world.get(Snuff).out]).toEqual([['noon'], []]);
    expect(await world.get(Sweep).run()).toBe(2);
  });

  it('PLT-20 by a clock that is hours ahead hands nothing on and marks nothing', async () => {
    const outbox = world.connection.model<OutboxRow>(OUTBOX);
    const real = new SystemClock();
    world.clock.set(real.now());
    await world.get(UnitOfWork).run(systemContext('test', newId<ForceId>()), async (announce) => {
      announce(lampLit({ lamp: 'b' }));
    });
    world.clock.set(real.now());
    await world.get(ClockGuard).measure();
    world.clock.set(new Date(real.now().getTime() + 3 * 3_600_000));
    expect(await world.get(Relay).tick()).toBe(0);
    expect(await world.get(Reconciler).reconcile()).toBe(0);
    expect((await outbox.findOne().lean())?.relayedAt).toBeNull();
    world.clock.set(real.now());
    expect(await world.get(Relay).tick()).toBe(1);
    const marked = (await outbox.findOne().lean())?.relayedAt?.getTime() ?? 0;
    expect(Math.abs(marked - real.now().getTime())).toBeLessThan(5000);
  });
});
