import { Clock } from '@app/platform/clock/clock.js';
import { DUE, type Due } from '@app/platform/jobs/due.schema.js';
import { declaredJobs } from '@app/platform/jobs/job.js';
import { WorkRunner } from '@app/platform/jobs/work-runner.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { IdleTransactions } from './idle-transactions.js';

/** How late a due time may be before the sweep does it without waiting for its delayed job. */
const GRACE_MS = 300;
const BATCH = 500;
/** How many are done side by side: one that waits for another's transaction keeps nobody else waiting. */
const LANES = 8;
/** What is so late may be held by a process that is stopped or cut off: then whoever is silent for so long is waited for no more. */
const HELD_UP_MS = 2000;
const SILENT_MS = 2500;

/** Makes certain what delayed jobs make prompt: whatever is overdue happens, with or without Redis. */
@Injectable()
export class Sweep {
  constructor(
    @InjectModel(DUE) private readonly dues: Model<Due>,
    private readonly runner: WorkRunner,
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
        { _id: 1, dueAt: 1 },
      )
      .sort({ dueAt: 1 })
      .limit(BATCH)
      .lean();
    const [first] = late;
    if (first !== undefined && now.getTime() - first.dueAt.getTime() > HELD_UP_MS)
      await this.idleTransactions.end(SILENT_MS);
    const rows = late.values();
    const lanes = Array.from({ length: LANES }, () => this.lane(rows));
    return (await Promise.all(lanes)).reduce((sum, done) => sum + done, 0);
  }

  /** Takes the next of the rows that nobody has taken, until there is none. How many it did. */
  private async lane(rows: Iterable<{ _id: Types.ObjectId }>): Promise<number> {
    let done = 0;
    for (const { _id } of rows) if (await this.runner.attemptDue(_id.toHexString())) done++;
    return done;
  }
}
