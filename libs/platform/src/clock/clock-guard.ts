import { Inject, Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { Clock } from './clock.js';

/** How far this process may differ from MongoDB's clock before it stops taking timed work (DESIGN part 3), in ms. */
export const TOLERATED_SKEW_MS = 1000;

/**
 * Compares this process's clock with MongoDB's. A process that differs by more than a second must not open, close or
 * extend anything by time: it would be early or late for everyone. It says so and waits until the clocks agree.
 */
@Injectable()
export class ClockGuard {
  private skew = 0;

  constructor(
    @InjectConnection() private readonly connection: Connection,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Measures once, with half the round trip taken off. Returns the skew in ms: positive when this process is ahead. */
  async measure(): Promise<number> {
    const before = this.clock.now().getTime();
    const reply = await this.connection.db?.admin().command({ hello: 1 });
    const after = this.clock.now().getTime();
    const theirs = (reply as { localTime: Date } | undefined)?.localTime.getTime() ?? after;
    this.skew = (before + after) / 2 - theirs;
    return this.skew;
  }

  /** Whether the last measurement lets this process take timed work. */
  isTrusted(): boolean {
    return Math.abs(this.skew) <= TOLERATED_SKEW_MS;
  }
}
