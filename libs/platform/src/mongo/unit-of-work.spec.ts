import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '../context/request-context.js';
import { systemContext } from '../context/request-context.js';
import {
  Consumes,
  defineJob,
  type EventConsumer,
  Handles,
  type JobHandler,
  type ReceivedEvent,
} from '../jobs/job.js';
import { Timetable } from '../jobs/timetable.js';
import { saltedDigest } from '../journal/digest.js';
import { defineEvent } from '../journal/event.js';
import { DomainWorld } from '../testing/domain-world.js';
import { UnitOfWork } from './unit-of-work.js';

const lampLit = defineEvent<{ lamp: string }>('test.lamp.lit.v1');
const putOut = defineJob({
  name: 'test.put-out',
  queue: 'timed',
  payload: z.object({ lamp: z.string() }),
  description: 'Puts out a lamp.',
});

@Injectable()
@Consumes({ name: 'test-watch', events: [lampLit] })
class Watch implements EventConsumer<{ lamp: string }> {
  readonly seen: string[] = [];

  async consume(_ctx: RequestContext, event: ReceivedEvent<{ lamp: string }>): Promise<void> {
    this.seen.push(event.data.lamp);
  }
}

@Injectable()
@Handles(putOut)
class PutOut implements JobHandler<{ lamp: string }> {
  readonly done: [string, string][] = [];

  async handle(_ctx: RequestContext, payload: { lamp: string }, dueAt: Date): Promise<void> {
    this.done.push([payload.lamp, dueAt.toISOString()]);
  }
}

@Module({})
class NoDomain {}

describe('a unit of work', () => {
  let world: DomainWorld;
  let work: UnitOfWork;

  beforeAll(async () => {
    world = await DomainWorld.of([NoDomain], { providers: [Watch, PutOut] });
    work = world.get(UnitOfWork);
  });
  afterAll(() => world.close());

  it('appends its events with the change, with a digest instead of the payload', async () => {
    await work.run(world.system(), async (announce) => {
      announce(lampLit({ lamp: 'a' }, { payload: { reason: 'dark' } }));
    });
    const row = await world.connection.collection('journal').findOne({ 'data.lamp': 'a' });
    const payload = await world.connection.collection('journalPayloads').findOne({ _id: row?._id as never });
    expect(JSON.stringify(row)).not.toContain('dark');
    expect(payload?.['body']).toEqual({ reason: 'dark' });
    expect(row?.['digest']).toBe(saltedDigest(payload?.['salt'] as string, { reason: 'dark' }));
  });

  it('leaves nothing behind when it fails', async () => {
    const failed = work.run(world.system(), async (announce) => {
      announce(lampLit({ lamp: 'lost' }));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await world.connection.collection('journal').countDocuments({ 'data.lamp': 'lost' })).toBe(0);
  });

  it('joins the unit of work it is opened in', async () => {
    const failed = work.run(world.system(), async () => {
      await work.run(world.system(), async (announce) => announce(lampLit({ lamp: 'inner' })));
      throw new Error('outer');
    });
    await expect(failed).rejects.toThrow('outer');
    expect(await world.connection.collection('journal').countDocuments({ 'data.lamp': 'inner' })).toBe(0);
  });

  it('hands each event to each consumer once, however often it is delivered', async () => {
    await work.run(systemContext('x'), async (announce) => announce(lampLit({ lamp: 'once' })));
    await world.settle();
    await world.settle();
    expect(world.get(Watch).seen.filter((lamp) => lamp === 'once')).toHaveLength(1);
  });

  it('does what is due at its time, not before, and says when it was due', async () => {
    world.clock.set('2026-11-23T10:00:00Z');
    await work.run(world.system(), () =>
      world.get(Timetable).set(world.system(), putOut, {
        key: 'k',
        dueAt: new Date('2026-11-23T10:05:00Z'),
        payload: { lamp: 'b' },
      }),
    );
    await world.settle();
    expect(world.get(PutOut).done).toEqual([]);
    world.clock.set('2026-11-23T10:07:00Z');
    await world.settle();
    await world.settle();
    expect(world.get(PutOut).done).toEqual([['b', '2026-11-23T10:05:00.000Z']]);
  });
});
