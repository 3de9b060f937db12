import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock } from '../clock/clock.js';
import { type JournalRow, OUTBOX, type OutboxRow } from '../journal/journal.schema.js';
import { BatchRunner } from './batch-runner.js';
import { DUE, type Due } from './due.schema.js';
import { JobRegistry } from './job-registry.js';
import { inLanes } from './lanes.js';
import { WorkRunner } from './work-runner.js';

const MOST_ROUNDS = 200;
const EVENTS_AT_ONCE = 500;
const DUES_AT_ONCE = 200;

/**
 * Does all background work in this process, at once, with no Redis: the driver of tests and of seeding. In one lane, everything goes
 * in order, one by one; in several, as in a real worker, no order is promised and what waits for one consumer or handler is done together.
 */
@Injectable()
export class InlineDriver {
  constructor(
    @InjectModel(OUTBOX) private readonly outbox: Model<OutboxRow>,
    @InjectModel(DUE) private readonly dues: Model<Due>,
    private readonly registry: JobRegistry,
    private readonly runner: WorkRunner,
    private readonly batches: BatchRunner,
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
    if (rows.length === 0) return 0;
    const events = await this.runner.eventsOf(rows.map(({ _id }) => _id));
    const byId = new Map(events.map((event) => [event._id.toHexString(), event]));
    const waiting = rows.map(({ _id }) => {
      const event = byId.get(_id.toHexString());
      if (event === undefined) throw new Error(`No journal row ${_id.toHexString()}`);
      return event;
    });
    if (lanes > 1) await this.deliverTogether(lanes, waiting);
    else for (const event of waiting) await this.deliver(event);
    return rows.length;
  }

  private async deliver(event: JournalRow): Promise<void> {
    for (const { name } of this.registry.consumersOf(event.type)) await this.runner.hand(event, name);
    await this.outbox.deleteOne({ _id: event._id });
  }

  private async deliverTogether(lanes: number, events: readonly JournalRow[]): Promise<void> {
    const names = events.flatMap(({ type }) => this.registry.consumersOf(type).map(({ name }) => name));
    await inLanes(lanes, [...new Set(names)], async (name) => {
      const wanted = events.filter(({ type }) =>
        this.registry.consumersOf(type).some((each) => each.name === name),
      );
      for (const error of (await this.batches.deliver(wanted, name)).values()) throw error;
    });
    await this.outbox.deleteMany({ _id: { $in: events.map(({ _id }) => _id) } });
  }

  private async runOverdue(lanes: number): Promise<number> {
    const due = await this.dues
      .find({ state: 'waiting', dueAt: { $lte: this.clock.now() } })
      .sort({ dueAt: 1 })
      .limit(DUES_AT_ONCE)
      .lean();
    if (lanes === 1) for (const { _id } of due) await this.runner.runDue(_id.toHexString());
    else
      await inLanes(lanes, [...Map.groupBy(due, ({ job }) => job).values()], (group) =>
        this.batches.runDues(group),
      );
    return due.length;
  }
}
