import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { DomainWorld } from '../testing/domain-world.js';
import { SystemClock } from './clock.js';
import { ClockGuard } from './clock-guard.js';

@Module({})
class NoDomain {}

describe('the clock guard', () => {
  let world: DomainWorld;

  beforeAll(async () => {
    world = await DomainWorld.of([NoDomain]);
  });
  afterAll(() => world.close());

  it('PLT-20 lets a process work whose clock agrees with MongoDB’s, and one that differs by two seconds not', async () => {
    const guard = world.get(ClockGuard);
    const now = new SystemClock().now().getTime();
    world.clock.set(new Date(now));
    expect(Math.abs(await guard.measure())).toBeLessThan(1000);
    expect(guard.isTrusted()).toBe(true);
    world.clock.set(new Date(now + 3000));
    expect(await guard.measure()).toBeGreaterThan(1000);
    expect(() => guard.mustBeTrusted()).toThrow(expect.objectContaining({ code: 'CLOCK_ASTRAY' }));
    world.clock.set(new Date(now - 10_000));
    await guard.measure();
    expect(guard.isTrusted()).toBe(false);
  });

  it('PLT-20 notices a jump between two measurements, and that the clock is put right', async () => {
    const guard = world.get(ClockGuard);
    const real = new SystemClock();
    world.clock.set(real.now());
    await guard.measure();
    world.clock.set(new Date(real.now().getTime() + 1500));
    expect(guard.isTrusted()).toBe(false);
    expect(() => guard.mustBeTrusted()).toThrow(expect.objectContaining({ code: 'CLOCK_ASTRAY' }));
    world.clock.set(new Date(real.now().getTime() - 3_600_000));
    expect(guard.isTrusted()).toBe(false);
    world.clock.set(real.now());
    expect(guard.isTrusted()).toBe(true);
  });

  it('PLT-20 believes no reply that took so long that it says nothing', async () => {
    const real = new SystemClock();
    let replyInMs = 0;
    const hello = async () => {
      const localTime = real.now();
      await setTimeout(replyInMs);
      return { localTime };
    };
    const slow = new ClockGuard({ db: { admin: () => ({ command: hello }) } } as never, real);
    // The first reply is slow: between 0 and 1.2 s behind is possible, and none is the nearest.
    replyInMs = 1200;
    expect(Math.abs(await slow.measure())).toBeLessThan(200);
    replyInMs = 0;
    const good = await slow.measure();
    replyInMs = 1200;
    expect(await slow.measure()).toBe(good);
    expect(slow.isTrusted()).toBe(true);
  });
});
