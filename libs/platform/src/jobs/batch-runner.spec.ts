import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import type { Model } from 'mongoose';
import { z } from 'zod';
import type { ForceId, RequestContext } from '../context/request-context.js';
import { newId } from '../ids/ids.js';
import { defineEvent } from '../journal/event.js';
import { DELIVERY, type DeliveryMark, JOURNAL, type JournalRow } from '../journal/journal.schema.js';
import { acrossForces } from '../mongo/tenancy.js';
import { UnitOfWork } from '../mongo/unit-of-work.js';
import { DomainWorld } from '../testing/domain-world.js';
import { BatchRunner } from './batch-runner.js';
import { DUE, type Due } from './due.schema.js';
import { Consumes, type Delivered, type DueNow, defineJob, Handles, type ReceivedEvent } from './job.js';
import { Timetable } from './timetable.js';
import { WorkRunner } from './work-runner.js';

type Ship = { ship: string };
const sighted = defineEvent<Ship>('test.ship.sighted.v1');
const logged = defineEvent<Ship>('test.ship.logged.v1');
const signal = defineJob({
  ...{ name: 'test.signal', queue: 'timed', description: 'Signals to a ship.' },
  payload: z.object({ ship: z.string() }),
});

/** Logs each ship it is told of; cannot log one whose name is Flying Dutchman. */
@Injectable()
@Consumes({ name: 'test-log-ships', events: [sighted] })
class LogShips {
  readonly together: number[] = [];

  constructor(private readonly work: UnitOfWork) {}

  async consume(ctx: RequestContext, event: ReceivedEvent<Ship>): Promise<void> {
    await this.consumeAll([{ ctx, event }]);
  }

  async consumeAll(deliveries: readonly Delivered<Ship>[]): Promise<void> {
    this.together.push(deliveries.length);
    for (const { ctx, event } of deliveries) {
      await this.work.run(ctx, async (announce) => announce(logged({ ship: event.data.ship })));
      if (event.data.ship === 'Flying Dutchman') throw new Error('nobody logs that ship');
    }
  }
}

@Injectable()
@Handles(signal)
class Signal {
  readonly told: string[][] = [];

  async handle(ctx: RequestContext, payload: Ship, dueAt: Date): Promise<void> {
    await this.handleAll([{ ctx, payload, dueAt }]);
  }

  async handleAll(dues: readonly DueNow<Ship>[]): Promise<void> {
    this.told.push(dues.map(({ payload }) => payload.ship));
    if (dues.some(({ payload }) => payload.ship === 'Flying Dutchman')) throw new Error('no answer');
  }
}

@Module({})
class NoDomain {}

describe('BatchRunner', () => {
  let world: DomainWorld;
  let batches: BatchRunner;
  let journal: Model<JournalRow>;
  let marks: Model<DeliveryMark>;
  let dues: Model<Due>;
  const all = acrossForces('a test reads everything');
  const force = newId<ForceId>();

  beforeAll(async () => {
    world = await DomainWorld.of([NoDomain], { providers: [LogShips, Signal] });
    batches = world.get(BatchRunner);
    journal = world.connection.model<JournalRow>(JOURNAL);
    marks = world.connection.model<DeliveryMark>(DELIVERY);
    dues = world.connection.model<Due>(DUE);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await marks.deleteMany({});
    await dues.deleteMany({});
    await journal.collection.deleteMany({});
    world.get(LogShips).together.length = 0;
    world.get(Signal).told.length = 0;
  });

  /** Each sighting in a unit of work of its own, with a request of its own. */
  async function sightings(...ships: readonly string[]): Promise<JournalRow[]> {
    const ctx = world.system(force);
    for (const ship of ships)
      await world
        .get(UnitOfWork)
        .run({ ...ctx, requestId: `saw ${ship}` }, async (announce) => announce(sighted({ ship })));
    return journal.find({ type: 'test.ship.sighted.v1' }, null, all).sort({ _id: 1 }).lean<JournalRow[]>();
  }

  async function log(): Promise<[unknown, string][]> {
    const rows = await journal
      .find({ type: 'test.ship.logged.v1' }, null, all)
      .sort({ _id: 1 })
      .lean<JournalRow[]>();
    return rows.map(({ data, requestId }) => [data['ship'], requestId]);
  }

  it('hands several events over at once, and each is answered for under its own request', async () => {
    const rows = await sightings('Argo', 'Beagle', 'Cutty Sark');
    expect((await batches.deliver(rows, 'test-log-ships')).size).toBe(0);
    expect(world.get(LogShips).together).toEqual([3]);
    expect(await log()).toEqual([
      ['Argo', 'saw Argo'],
      ['Beagle', 'saw Beagle'],
      ['Cutty Sark', 'saw Cutty Sark'],
    ]);
    expect(await marks.countDocuments()).toBe(3);
  });

  it('does nothing twice, however the events come again', async () => {
    const rows = await sightings('Argo', 'Beagle', 'Cutty Sark');
    const [first] = rows;
    if (first === undefined) throw new Error('nothing was sighted');
    await world.get(WorkRunner).hand(first, 'test-log-ships');
    expect((await batches.deliver(rows, 'test-log-ships')).size).toBe(0);
    expect((await batches.deliver(rows, 'test-log-ships')).size).toBe(0);
    // What came together once is now done side by side: in no order, and once.
    expect((await log()).map(([ship]) => ship).sort()).toEqual(['Argo', 'Beagle', 'Cutty Sark']);
  });

  it('keeps the one that cannot be done from nobody else’s way, and leaves nothing half done of it', async () => {
    const rows = await sightings('Argo', 'Flying Dutchman', 'Beagle');
    const errors = await batches.deliver(rows, 'test-log-ships');
    expect([...errors]).toEqual([[rows[1]?._id.toHexString(), new Error('nobody logs that ship')]]);
    expect((await log()).map(([ship]) => ship).sort()).toEqual(['Argo', 'Beagle']);
    expect(await marks.countDocuments()).toBe(2);
  });

  it('does what is due together, once, and not what is cancelled or still to come', async () => {
    const now = world.clock.now();
    const later = new Date(now.getTime() + 60_000);
    const set = (ship: string, dueAt: Date) => ({ key: `signal-${ship}`, dueAt, payload: { ship } });
    const timetable = world.get(Timetable);
    await timetable.setAll(world.system(), signal, [
      ...[set('Argo', now), set('Beagle', now), set('Cutty Sark', now), set('Discovery', later)],
    ]);
    await timetable.cancelAll(['signal-Cutty Sark']);
    const rows = await dues.find().sort({ key: 1 }).lean<Due[]>();
    await batches.runDues(rows);
    await batches.runDues(rows);
    expect(world.get(Signal).told).toEqual([['Argo', 'Beagle']]);
    const states = (await dues.find().sort({ key: 1 }).lean<Due[]>()).map(({ state }) => state);
    expect(states).toEqual(['done', 'done', 'cancelled', 'waiting']);
  });

  it('does alone what failed together, and throws what is left', async () => {
    const dueAt = world.clock.now();
    const ships = ['Argo', 'Flying Dutchman'];
    const rows = ships.map((ship) => ({ key: `signal-${ship}`, dueAt, payload: { ship } }));
    await world.get(Timetable).setAll(world.system(), signal, rows);
    await expect(batches.runDues(await dues.find().sort({ key: 1 }).lean<Due[]>())).rejects.toThrow(
      'no answer',
    );
    const states = (await dues.find().sort({ key: 1 }).lean<Due[]>()).map(({ state }) => state);
    expect(states).toEqual(['done', 'waiting']);
  });

  /** Whether each was done by this call. */
  async function attempted(ids: readonly string[]): Promise<(boolean | undefined)[]> {
    const how = await batches.attemptDues(ids);
    return Promise.all(ids.map(async (id) => how.get(id)));
  }

  it('writes down what failed, and says what was done, where nobody is to hear the error', async () => {
    const dueAt = world.clock.now();
    const ships = ['Argo', 'Beagle', 'Flying Dutchman'];
    const rows = ships.map((ship) => ({ key: `signal-${ship}`, dueAt, payload: { ship } }));
    await world.get(Timetable).setAll(world.system(), signal, rows);
    const stored = await dues.find().sort({ key: 1 }).lean<Due[]>();
    const ids = stored.map(({ _id }) => _id.toHexString());
    expect(await attempted(ids)).toEqual([true, true, false]);
    expect(await attempted(ids)).toEqual([false, false, false]);
    const after = await dues.find().sort({ key: 1 }).lean<Due[]>();
    expect(after.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['done', 0],
      ['done', 0],
      ['waiting', 1],
    ]);
  });

  it('waits for nobody who holds one of several: the others are done', async () => {
    const dueAt = world.clock.now();
    const rows = ['Argo', 'Beagle', 'Cutty Sark'].map((ship) => ({
      key: `signal-${ship}`,
      dueAt,
      payload: { ship },
    }));
    await world.get(Timetable).setAll(world.system(), signal, rows);
    const stored = await dues.find().sort({ key: 1 }).lean<Due[]>();
    const holder = await world.connection.startSession();
    holder.startTransaction();
    await dues.updateOne(
      { key: 'signal-Beagle' },
      {
        $set: { attempts: 0, failure: null, lastRun: null, doneAt: null, version: 1, notBefore: new Date(0) },
      },
      { session: holder },
    );
    const done = attempted(stored.map(({ _id }) => _id.toHexString()));
    while ((await dues.countDocuments({ state: 'done' })) < 2)
      await new Promise((resolve) => setImmediate(resolve));
    await holder.abortTransaction();
    await holder.endSession();
    expect(await done).toEqual([true, true, true]);
  });
});
