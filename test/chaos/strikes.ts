import { writeFileSync } from 'node:fs';
import type { Child } from './house/child.ts';
import type { App, House } from './house/house.ts';
import type { OwnFile } from './own-file.ts';
import { pause } from './pause.ts';
import type { Random } from './random.ts';

/** One way of striking the house. Resolves when what was struck serves again. */
type Strike = (by: Striker) => Promise<void>;

/** Every kind once, then every kind once more in another order, and so on. */
const STRIKES: readonly Strike[] = [
  (by) => by.kill(by.house.api.child),
  (by) => by.kill(by.random.of(by.house.workers).child),
  (by) => Promise.all(by.house.workers.map(({ child }) => by.kill(child))).then(() => undefined),
  (by) => by.kill(by.house.redis.child),
  (by) => by.killAndLose(),
  (by) => by.killPrimary(),
  (by) => by.killPrimary(),
  (by) => by.hold(by.house.api.child),
  (by) => by.hold(by.random.of(by.house.workers).child),
  (by) => by.hold(by.house.redis.child),
  (by) => by.holdPrimary(),
  (by) => by.jump(by.random.of(by.house.workers)),
  (by) => by.jump(by.house.api),
];

/** So many strikes may be under way: the second can meet the recovery from the first. */
const MOST_AT_ONCE = 2;
const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;

/** What strikes, by the seed, while the load runs. */
export class Striker {
  readonly house: House;
  readonly random: Random;
  readonly counts = new Map<string, number>();
  private readonly file: OwnFile;
  private readonly signal: AbortSignal;
  private readonly underWay = new Map<Child, Promise<void>>();

  constructor(house: House, by: { file: OwnFile; random: Random; signal: AbortSignal }) {
    this.house = house;
    this.file = by.file;
    this.random = by.random;
    this.signal = by.signal;
  }

  /** Strikes until the time has come; resolves when everything serves again. Rejects when something does not come back. */
  async strikeUntil(endsAt: number): Promise<void> {
    const strikes: Promise<void>[] = [];
    const underWay = new Set<Promise<void>>();
    let bag: Strike[] = [];
    for (;;) {
      await pause(this.random.between(3 * SECOND_MS, 7 * SECOND_MS), this.signal);
      // On a slow machine what was struck is slow to come back: somebody must be able to work in between.
      while (underWay.size >= MOST_AT_ONCE) await Promise.race(underWay);
      if (Date.now() >= endsAt || this.signal.aborted) break;
      if (bag.length === 0) bag = this.random.shuffled(STRIKES);
      const struck = bag.pop()?.(this) ?? Promise.resolve();
      strikes.push(struck);
      const over = struck.catch(() => undefined).then(() => void underWay.delete(over));
      underWay.add(over);
    }
    await Promise.all(strikes);
  }

  /** SIGKILL, and started again after a while. */
  kill(child: Child): Promise<void> {
    const downMs = this.random.between(200, 2500);
    return this.alone(child, async () => {
      this.note('kill', child.name);
      await child.kill();
      await pause(downMs, this.signal);
      await this.start(child);
    });
  }

  /** Redis is killed and what it held is gone. */
  killAndLose(): Promise<void> {
    const { redis } = this.house;
    return this.alone(redis.child, async () => {
      this.note('kill and lose', 'redis');
      await redis.child.kill();
      redis.lose();
      await this.start(redis.child);
    });
  }

  async killPrimary(): Promise<void> {
    const primary = await this.house.mongo.primary();
    if (primary === null) return;
    const downMs = this.random.between(500, 3000);
    await this.alone(primary, async () => {
      this.note('kill', 'mongod primary');
      await primary.kill();
      await pause(downMs, this.signal);
      await this.start(primary);
    });
  }

  async holdPrimary(): Promise<void> {
    const primary = await this.house.mongo.primary();
    if (primary !== null) await this.hold(primary, 'mongod primary');
  }

  /** SIGSTOP: nothing answers and no connection breaks, as when a network is silent. */
  hold(child: Child, name = child.name): Promise<void> {
    const heldMs = this.random.between(1 * SECOND_MS, 6 * SECOND_MS);
    return this.alone(child, async () => {
      this.note('pause', name);
      child.stop();
      await pause(heldMs, this.signal);
      child.resume();
    });
  }

  /** Its clock jumps, by seconds or hours, forward or back, and is put right after a while. */
  jump(app: App): Promise<void> {
    const far =
      this.random.next() < 0.5
        ? this.random.between(2 * SECOND_MS, 60 * SECOND_MS)
        : this.random.between(1, 3) * HOUR_MS;
    const offMs = this.random.next() < 0.6 ? far : -far;
    const heldMs = this.random.between(2 * SECOND_MS, 8 * SECOND_MS);
    return this.alone(app.child, async () => {
      this.note('clock', app.child.name);
      app.isAstray = true;
      writeFileSync(app.clockFile, String(offMs));
      await pause(heldMs, this.signal);
      writeFileSync(app.clockFile, '0');
      await pause(SECOND_MS, this.signal);
      app.isAstray = false;
    });
  }

  private note(how: 'kill' | 'kill and lose' | 'pause' | 'clock', target: string): void {
    this.file.write({ kind: 'struck', how, target });
    const what = `${how} ${target}`;
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  private async start(child: Child): Promise<void> {
    if (!this.signal.aborted) await child.comeBack();
  }

  /** One strike at a process at a time. */
  private alone(child: Child, strike: () => Promise<void>): Promise<void> {
    const after = (this.underWay.get(child) ?? Promise.resolve()).then(() =>
      this.signal.aborted ? undefined : strike(),
    );
    this.underWay.set(
      child,
      after.catch(() => undefined),
    );
    return after;
  }
}
