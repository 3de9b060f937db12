import { Inject, Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { defineRefusals } from '../refusal/refusal.js';
import { Clock } from './clock.js';

const refusal = defineRefusals({
  CLOCK_ASTRAY: {
    rule: 'PLT-20',
    en: 'This server’s clock is wrong, so it takes no timed work: nothing was changed. Try again in a minute; your time is kept by the database.',
    cy: 'Mae cloc y gweinydd hwn yn anghywir, felly nid yw’n derbyn gwaith wedi’i amseru: ni newidiwyd dim. Rhowch gynnig arall arni ymhen munud; y gronfa ddata sy’n cadw’ch amser.',
  },
});

/** How far this process may differ from MongoDB's clock before it stops taking timed work (DESIGN part 3), in ms. */
export const TOLERATED_SKEW_MS = 1000;

/** What was measured: how far the clock was ahead, and how far it was ahead of the steady count at that moment. */
interface Measured {
  readonly skew: number;
  readonly lead: number;
}

/**
 * Compares this process's clock with MongoDB's. A process that differs by more than a second must not open, close or
 * extend anything by time: it would be early or late for everyone. It says so and waits until the clocks agree. Between two
 * measurements the clock is held against the process's own steady count, which nobody can set: a jump is noticed by the next
 * question, not by the next measurement. Ask after having read the clock, never before.
 */
@Injectable()
export class ClockGuard {
  private measured: Measured | null = null;

  constructor(
    @InjectConnection() private readonly connection: Connection,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Measures once, with half the round trip taken off. Returns the skew in ms: positive when this process is ahead. A reply that took
   * so long that half of it says nothing leaves the last measurement as it is.
   */
  async measure(): Promise<number> {
    const began = performance.now();
    const before = this.clock.now().getTime();
    const reply = await this.connection.db?.admin().command({ hello: 1 });
    const after = this.clock.now().getTime();
    const theirs = (reply as { localTime: Date } | undefined)?.localTime.getTime() ?? after;
    const tookMs = performance.now() - began;
    if (tookMs > TOLERATED_SKEW_MS && this.measured !== null) return this.measured.skew;
    const skew = nearest(before - theirs, after - theirs, tookMs);
    this.measured = { skew, lead: after - performance.now() };
    return skew;
  }

  /** Whether an error is the refusal of a clock that is wrong. */
  static isAstray(error: unknown): boolean {
    return (
      typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 'CLOCK_ASTRAY'
    );
  }

  /** PLT-20. Throws when this process may not take timed work now. */
  mustBeTrusted(): void {
    if (!this.isTrusted()) throw refusal('CLOCK_ASTRAY');
  }

  /** Whether this process may take timed work, by the last measurement and by what the clock did since. */
  isTrusted(): boolean {
    if (this.measured === null) return true;
    const { skew, lead } = this.measured;
    const jumped = this.clock.now().getTime() - performance.now() - lead;
    return Math.abs(skew + jumped) <= TOLERATED_SKEW_MS;
  }
}

/** What lies in the middle of what is possible; of a slow first reply, what is nearest to none. */
function nearest(low: number, high: number, tookMs: number): number {
  if (tookMs <= TOLERATED_SKEW_MS) return (low + high) / 2;
  return Math.max(low, Math.min(high, 0));
}
