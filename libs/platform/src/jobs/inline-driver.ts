import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock } from '../clock/clock.js';
import { OUTBOX, type OutboxRow } from '../journal/journal.schema.js';
import { DUE, type Due } from './due.schema.js';
import { JobRegistry } from './job-registry.js';
import { WorkRunner } from './work-runner.js';

const MOST_ROUNDS = 200;
const EVENTS_AT_ONCE = 500;
const DUES_AT_ONCE = 200;

/**
 * Does all background work in this process, at once, with no Redis: the driver of tests and of seeding. In one lane, everything goes
 * in order; in several, as in a real worker, no order is promised.
 */
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
  async drain({ lanes = 1 }: { lanes?: number } = {}): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const moved = (await this.deliverWaiting(lanes)) + (await this.runOverdue(lanes));
      if (moved === 0) return;
    }
    throw new Error(`Background work did not settle in ${MOST_ROUNDS} rounds: a consumer keeps announcing`);
  }

  private async deliverWaiting(lanes: number): Promise<number> {
    const rows = await this.outbox.find().sort({ _id: 1 }).limit(EVENTS_AT_ONCE).lean();
    const events = await this.runner.eventsOf(rows.map(({ _id }) => _id));
    const byId = new Map(events.map((event) => [event._id.toHexString(), event]));
    await inLanes(lanes, rows, async ({ _id, type }) => {
      const event = byId.get(_id.toHexString());
      if (event === undefined) throw new Error(`No journal row ${_id.toHexString()}`);
      for (const { name } of this.registry.consumersOf(type)) await this.runner.hand(event, name);
      await this.outbox.deleteOne({ _id });
    });
    return rows.length;
  }

  private async runOverdue(lanes: number): Promise<number> {
    const due = await this.dues
      .find({ state: 'waiting', dueAt: { $lte: this.clock.now() } })
      .sort({ dueAt: 1 })
      .limit(DUES_AT_ONCE)
      .lean();
    await inLanes(lanes, due, async ({ _id }) => {
      await this.runner.runDue(_id.toHexString());
    });
    return due.length;
  }
}

/** Does something with each, in order, so many at a time. */
export async function inLanes<Each>(
  lanes: number,
  list: readonly Each[],
  work: (each: Each) => Promise<void>,
): Promise<void> {
  const waiting = list.values();
  const lane = async () => {
    for (const each of waiting) await work(each);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
