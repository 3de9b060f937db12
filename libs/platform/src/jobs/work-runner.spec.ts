import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import type { Model } from 'mongoose';
import { z } from 'zod';
import { DomainWorld } from '../testing/domain-world.js';
import { DUE, type Due } from './due.schema.js';
import { defineJob, Handles, type JobHandler } from './job.js';
import { JobRegistry } from './job-registry.js';
import { defineRecurring, nextRun, recurringKey } from './recurring.js';
import { Timetable } from './timetable.js';
import { WorkRunner } from './work-runner.js';

const ring = defineJob({
  name: 'test.ring',
  queue: 'timed',
  payload: z.object({ bell: z.string() }),
  description: 'Rings a bell.',
});
const wind = defineRecurring({
  name: 'test.wind',
  queue: 'timed',
  description: 'Winds the clock.',
  rhythm: { everyMinutes: 30 },
});

@Injectable()
@Handles(ring)
class Ring implements JobHandler<{ bell: string }> {
  broken = false;
  readonly rung: string[] = [];

  async handle(_ctx: unknown, { bell }: { bell: string }): Promise<void> {
    if (this.broken) throw new Error(`the rope of ${bell} is torn`);
    this.rung.push(bell);
  }
}

@Injectable()
@Handles(wind)
class Wind implements JobHandler<Record<string, never>> {
  broken = false;
  turns = 0;

  async handle(): Promise<void> {
    if (this.broken) throw new Error('the key is lost');
    this.turns += 1;
  }
}

@Module({})
class NoDomain {}

describe('WorkRunner', () => {
  let world: DomainWorld;
  let runner: WorkRunner;
  let dues: Model<Due>;

  beforeAll(async () => {
    world = await DomainWorld.of([NoDomain], { providers: [Ring, Wind] });
    runner = world.get(WorkRunner);
    dues = world.connection.model<Due>(DUE);
  });
  afterAll(() => world.close());
  beforeEach(() => dues.deleteMany({}));

  async function due(bell: string): Promise<string> {
    const dueAt = world.clock.now();
    await world.get(Timetable).set(world.system(), ring, { key: `ring-${bell}`, dueAt, payload: { bell } });
    return String((await dues.findOne({ key: `ring-${bell}` }).lean())?._id);
  }

  const row = (id: string) => dues.findById(id).lean();

  it('refuses to begin while a job has no handler, by name', () => {
    defineJob({ name: 'test.orphan', queue: 'timed', payload: z.object({}), description: 'Nobody’s.' });
    expect(() => world.get(JobRegistry).mustBeComplete()).toThrow(/No handler for job test\.orphan/);
  });

  it('does what is due once, however often it is asked', async () => {
    const id = await due('tenor');
    const outcomes = await Promise.all([1, 2, 3].map(() => runner.attemptDue(id)));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(world.get(Ring).rung.filter((bell) => bell === 'tenor')).toHaveLength(1);
    expect(await row(id)).toMatchObject({ state: 'done', attempts: 0 });
  });

  it('SCD-05 pauses longer after each failure and leaves the eighth to a person, with the reason', async () => {
    const ringing = world.get(Ring);
    ringing.broken = true;
    const id = await due('treble');
    // Half a second, doubled each time: 0.5, 1, 2, 4, 8, 16, 32 s between the eight attempts.
    for (const [index, seconds] of [0.5, 1, 2, 4, 8, 16, 32].entries()) {
      expect(await runner.attemptDue(id)).toBe(false);
      expect(await row(id)).toMatchObject({ state: 'waiting', attempts: index + 1 });
      const early = world.clock.now();
      expect((await row(id))?.notBefore?.getTime()).toBe(early.getTime() + seconds * 1000);
      expect(await runner.attemptDue(id)).toBe(false);
      expect((await row(id))?.attempts).toBe(index + 1);
      world.clock.advance({ ms: seconds * 1000 });
    }
    expect(await runner.attemptDue(id)).toBe(false);
    expect(await row(id)).toMatchObject({
      state: 'failed',
      attempts: 8,
      failure: { reason: 'the rope of treble is torn' },
    });
    expect(await runner.attemptDue(id)).toBe(false);
    ringing.broken = false;
    expect(await runner.attemptDue(id)).toBe(false);
    expect(ringing.rung).not.toContain('treble');
  });

  it('SCD-05 forgets failures once it goes well', async () => {
    const ringing = world.get(Ring);
    ringing.broken = true;
    const id = await due('fifth');
    await runner.attemptDue(id);
    ringing.broken = false;
    world.clock.advance({ ms: 500 });
    expect(await runner.attemptDue(id)).toBe(true);
    expect(await row(id)).toMatchObject({ state: 'done', attempts: 0, failure: null });
  });

  describe('what recurs', () => {
    async function onTimetable(): Promise<string> {
      const dueAt = world.clock.now();
      await world
        .get(Timetable)
        .set(world.system(), wind, { key: recurringKey(wind.name), dueAt, payload: {} });
      return String((await dues.findOne({ key: recurringKey(wind.name) }).lean())?._id);
    }

    it('SCD-02 runs once for all that were missed and moves to its next instant', async () => {
      const id = await onTimetable();
      world.clock.advance({ minutes: 500 });
      const turns = world.get(Wind).turns;
      const outcomes = await Promise.all([1, 2].map(() => runner.attemptDue(id)));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(world.get(Wind).turns).toBe(turns + 1);
      const now = world.clock.now();
      expect(await row(id)).toMatchObject({
        state: 'waiting',
        dueAt: nextRun({ everyMinutes: 30 }, now),
        offeredVersion: null,
        lastRun: { at: now, tookMs: expect.any(Number) },
        attempts: 0,
      });
    });

    it('SCD-02 is tried again after a failure, then waits for its next instant, and goes on recurring', async () => {
      const winding = world.get(Wind);
      winding.broken = true;
      const id = await onTimetable();
      for (const seconds of [0.5, 1, 2, 4, 8, 16, 32]) {
        await runner.attemptDue(id);
        expect((await row(id))?.dueAt.getTime()).toBe(world.clock.now().getTime() + seconds * 1000);
        world.clock.advance({ ms: seconds * 1000 });
      }
      await runner.attemptDue(id);
      const now = world.clock.now();
      expect(await row(id)).toMatchObject({
        state: 'waiting',
        attempts: 8,
        failure: { reason: 'the key is lost' },
        dueAt: nextRun({ everyMinutes: 30 }, now),
      });
      winding.broken = false;
      world.clock.advance({ minutes: 30 });
      expect(await runner.attemptDue(id)).toBe(true);
      expect(await row(id)).toMatchObject({ attempts: 0, failure: null });
    });
  });
});
