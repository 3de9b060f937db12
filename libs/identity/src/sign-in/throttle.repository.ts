import { createHash } from 'node:crypto';
import { Clock } from '@app/platform/clock/clock.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { oncePerThing } from '../second-arrival.js';
import { ATTEMPTS, type StoredAttempts } from './throttle.schema.js';

const KEEP_MS = 24 * 3600 * 1000;

/** How often a thing may be tried in how long. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly windowMs: number;
}

/**
 * Counts attempts before they are made, so that many at one moment cannot slip past the limit together. Outside any unit
 * of work: a failed attempt must be remembered although everything else about it is rolled back.
 */
@Injectable()
export class Throttle {
  constructor(
    @InjectModel(ATTEMPTS) private readonly attempts: Model<StoredAttempts>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Counts one attempt. Null while it is within the limit; otherwise the instant from which one may try again. */
  async take(limit: Limit, subject: string): Promise<Date | null> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + limit.windowMs);
    const running = { $gt: ['$until', now] };
    const counted = await oncePerThing(() =>
      this.attempts
        .findOneAndUpdate(
          { _id: keyOf(limit, subject) },
          [
            {
              $set: {
                count: { $cond: [running, { $add: ['$count', 1] }, 1] },
                until: { $cond: [running, '$until', until] },
                purgeAt: { $add: ['$$NOW', limit.windowMs + KEEP_MS] },
              },
            },
          ],
          { upsert: true, returnDocument: 'after', updatePipeline: true },
        )
        .lean(),
    );
    return counted.count > limit.most ? counted.until : null;
  }

  /** Takes one counted attempt back: it was a good one. */
  async giveBack(limit: Limit, subject: string): Promise<void> {
    await this.attempts.updateOne({ _id: keyOf(limit, subject), count: { $gt: 0 } }, { $inc: { count: -1 } });
  }

  /** Forgets what was counted. */
  async clear(limit: Limit, subject: string): Promise<void> {
    await this.attempts.deleteOne({ _id: keyOf(limit, subject) });
  }
}

function keyOf(limit: Limit, subject: string): string {
  return createHash('sha256').update(`${limit.name}:${subject}`).digest('hex');
}
