import { Clock } from '@app/platform/clock/clock.js';
import { JobRegistry } from '@app/platform/jobs/job-registry.js';
import { DELIVERY, type DeliveryMark, OUTBOX, type OutboxRow } from '@app/platform/journal/journal.schema.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Queues } from './queues.js';
import { Relay } from './relay.js';

/** How long a handed-on event may lack an acknowledgement before its job is looked for. */
const PATIENCE_MS = 5000;
const BATCH = 500;

/** Makes certain what the relay makes prompt: offers again what Redis lost, and clears what is acknowledged. */
@Injectable()
export class Reconciler {
  constructor(
    @InjectModel(OUTBOX) private readonly outbox: Model<OutboxRow>,
    @InjectModel(DELIVERY) private readonly deliveries: Model<DeliveryMark>,
    private readonly registry: JobRegistry,
    private readonly relay: Relay,
    private readonly queues: Queues,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Removes acknowledged events from the outbox and offers the others again. Returns how many it offered again. */
  async reconcile(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - PATIENCE_MS);
    const rows = await this.outbox
      .find({ relayedAt: { $ne: null, $lte: before } })
      .sort({ relayedAt: 1 })
      .limit(BATCH)
      .lean();
    if (rows.length === 0) return 0;
    const marks = rows.flatMap((row) =>
      this.registry.consumersOf(row.type).map(({ name }) => `${row._id.toHexString()}-${name}`),
    );
    const done = new Set(
      (await this.deliveries.find({ _id: { $in: marks } }, { _id: 1 }).lean()).map(({ _id }) => _id),
    );
    const finished = rows.filter((row) =>
      this.relay.offersOf(row).every(({ offer }) => done.has(offer.opts.jobId)),
    );
    await this.outbox.deleteMany({ _id: { $in: finished.map(({ _id }) => _id) } });
    const open = rows.filter((row) => !finished.includes(row));
    return this.offerAgain(open, done);
  }

  private async offerAgain(rows: readonly OutboxRow[], done: ReadonlySet<string>): Promise<number> {
    const lost = [];
    for (const { queue, offer } of rows.flatMap((row) => this.relay.offersOf(row))) {
      if (done.has(offer.opts.jobId)) continue;
      const job = await this.queues.of(queue).getJob(offer.opts.jobId);
      if (job === undefined) lost.push({ queue, offer });
      // A completed job without a mark cannot be; a failed one has spent its attempts and waits for a person.
    }
    await this.relay.addAll(lost);
    const checked = rows.map(({ _id }) => _id);
    await this.outbox.updateMany({ _id: { $in: checked } }, { $set: { relayedAt: this.clock.now() } });
    return lost.length;
  }
}
