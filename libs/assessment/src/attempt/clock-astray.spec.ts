import { SystemClock } from '@app/platform/clock/clock.js';
import { ClockGuard } from '@app/platform/clock/clock-guard.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { WorkRunner } from '@app/platform/jobs/work-runner.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BookPlace } from '../sitting/book-place.js';
import { Ground } from '../testing/ground.js';
import type { Attempt } from './attempt.js';
import { StartAttempt } from './start-attempt.js';
import { SubmitAttempt } from './submit-attempt.js';
import { ViewAttempt } from './view-attempt.js';

/** On the real time, since the guard holds this process's clock against MongoDB's. */
describe('an attempt on a server whose clock jumps by two hours', () => {
  const real = new SystemClock();
  const in2Hours = () => new Date(real.now().getTime() + 2 * 3_600_000);
  let ground: Ground;
  let ctx: RequestContext;
  let attempt: Attempt;

  beforeAll(async () => {
    ground = await Ground.of();
    const { clock } = ground.world;
    clock.set(real.now());
    ctx = await ground.officer();
    const opensAt = new Date(real.now().getTime() + 1000);
    const closesAt = new Date(opensAt.getTime() + 3_600_000);
    const { id: sittingId } = await ground.sitting({ opensAt, closesAt });
    await ground.world.get(BookPlace).execute(ctx, { sittingId });
    clock.set(opensAt);
    attempt = await ground.world.get(StartAttempt).execute(ctx, { sittingId });
    clock.set(real.now());
    await ground.world.get(ClockGuard).measure();
    clock.set(in2Hours());
  });
  afterAll(() => ground.world.close());

  const stateOf = async () =>
    (await ground.world.connection.collection('attempts').findOne({ _id: objectId(attempt.id) }))?.['state'];

  it('PLT-20 is not closed by whoever looks at it', async () => {
    const seen = await ground.world.get(ViewAttempt).execute(ctx, { attemptId: attempt.id });
    expect(seen.state).toBe('OPEN');
    expect(await stateOf()).toBe('OPEN');
  });

  it('PLT-20 is not closed by its due row, which waits for a clock that is right', async () => {
    const dues = ground.world.connection.collection('dues');
    const key = `attempt-deadline-${attempt.id}`;
    const due = await dues.findOne({ key });
    expect(await ground.world.get(WorkRunner).runDue(String(due?._id))).toBe(false);
    expect(await stateOf()).toBe('OPEN');
    expect(await dues.findOne({ key })).toMatchObject({ state: 'waiting' });
  });

  it('PLT-20 is not forgotten by its due row when the clock jumps back while the row is done', async () => {
    const key = `attempt-deadline-${attempt.id}`;
    const dues = ground.world.connection.collection('dues');
    const due = await dues.findOne({ key });
    const { clock } = ground.world;
    // The row finds its time come and the clock right; when its handler asks, the clock is two hours behind.
    const moment = attempt.endsAt;
    await dues.updateOne({ key }, { $set: { dueAt: new Date(real.now().getTime() - 1000) } });
    clock.set(real.now());
    await ground.world.get(ClockGuard).measure();
    const now = clock.now.bind(clock);
    let asked = 0;
    clock.now = () => (asked++ < 2 ? now() : new Date(real.now().getTime() - 2 * 3_600_000));
    try {
      expect(await ground.world.get(WorkRunner).attemptDue(String(due?._id))).toBe(false);
    } finally {
      clock.now = now;
    }
    expect(asked).toBeGreaterThan(2);
    expect(await dues.findOne({ key })).toMatchObject({ state: 'waiting', attempts: 0, notBefore: null });
    await dues.updateOne({ key }, { $set: { dueAt: moment } });
    clock.set(in2Hours());
  });

  it('PLT-20 is not handed in at an instant that never was', async () => {
    const handedIn = ground.world.get(SubmitAttempt).execute(ctx, { attemptId: attempt.id });
    await expect(handedIn).rejects.toMatchObject({ code: 'CLOCK_ASTRAY' });
    expect(await stateOf()).toBe('OPEN');
    ground.world.clock.set(real.now());
    await ground.world.get(ClockGuard).measure();
    await ground.world.get(SubmitAttempt).execute(ctx, { attemptId: attempt.id });
    expect(await stateOf()).toBe('RELEASED');
  });
});
