import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock } from '../clock/clock.js';
import { OUTBOX, type OutboxRow } from '../journal/journal.schema.js';
import { DUE, type Due } from './due.schema.js';
import { JobRegistry } from './job-registry.js';
import { WorkRunner } from './work-runner.js';

const MOST_ROUNDS = 200;

/** Does all background work in this process, at once and in order, with no Redis: the driver of tests and of seeding. */
@Injectable()
export class InlineDriver {
  constructor(
    @InjectModel(OUTBOX) private readonly outbox: Model<OutboxRow>,
    @InjectModel(DUE) private readonly dues: Model<Due>,
    private readonly registry: JobRegistry,
    private readonly runner: WorkRunner,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Runs until no event waits and nothing is due. Throws what a handler throws, and when the work never ends. */
  async drain(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const moved = (await this.deliverWaiting()) + (await this.runOverdue());
      if (moved === 0) return;
    }
    throw new Error(`Background work did not settle in ${MOST_ROUNDS} rounds: a consumer keeps announcing`);
  }

  private async deliverWaiting(): Promise<number> {
    const rows = await this.outbox.find().sort({ _id: 1 }).limit(500).lean();
    for (const row of rows) {
      for (const { name } of this.registry.consumersOf(row.type))
        await this.runner.deliver(row._id.toHexString(), name);
      await this.outbox.deleteOne({ _id: row._id });
    }
    return rows.length;
  }

  private async runOverdue(): Promise<number> {
    const due = await this.dues
      .find({ state: 'waiting', dueAt: { $lte: this.clock.now() } })
      .sort({ dueAt: 1 })
      .limit(200)
      .lean();
    for (const row of due) await this.runner.runDue(row._id.toHexString());
    return due.length;
  }
}
