import { Clock } from '@app/platform/clock/clock.js';
import { DUE, type Due } from '@app/platform/jobs/due.schema.js';
import { declaredJobs } from '@app/platform/jobs/job.js';
import { inLanes } from '@app/platform/jobs/lanes.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Gatherer } from './gatherer.js';
import { IdleTransactions } from './idle-transactions.js';

/** How late a due time may be before the sweep does it without waiting for its delayed job. */
const GRACE_MS = 300;
const BATCH = 500;
/** How many urgent ones are done side by side: one that waits for another's transaction keeps nobody else waiting. */
const URGENT_LANES = 8;
/** What is so late may be held by a process that is stopped or cut off: then whoever is silent for so long is waited for no more. */
const HELD_UP_MS = 2000;
const SILENT_MS = 2500;

/** Makes certain what delayed jobs make prompt: whatever is overdue happens, with or without Redis. */
@Injectable()
export class Sweep {
  constructor(
    @InjectModel(DUE) private readonly dues: Model<Due>,
    private readonly gatherer: Gatherer,
    private readonly idleTransactions: IdleTransactions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Does what is overdue here and now, with no queue in between. Returns how many it did. */
  async run(which: 'urgent' | 'other' = 'other'): Promise<number> {
    const now = this.clock.now();
    const urgent = [...declaredJobs().values()].filter((job) => job.urgent === true).map(({ name }) => name);
    const limit = new Date(now.getTime() - GRACE_MS);
    const late = await this.dues
      .find(
        {
          state: 'waiting',
          job: which === 'urgent' ? { $in: urgent } : { $nin: urgent },
          dueAt: { $lte: limit },
          $or: [{ notBefore: null }, { notBefore: { $lte: now } }],
        },
        { _id: 1, job: 1, dueAt: 1 },
      )
      .sort({ dueAt: 1 })
      .limit(BATCH)
      .lean();
    const [first] = late;
    if (first !== undefined && now.getTime() - first.dueAt.getTime() > HELD_UP_MS)
      await this.idleTransactions.end(SILENT_MS);
    let done = 0;
    await inLanes(which === 'urgent' ? URGENT_LANES : BATCH, late, async ({ _id, job }) => {
      if (await this.gatherer.attemptDue(_id.toHexString(), job)) done++;
    });
    return done;
  }
}
