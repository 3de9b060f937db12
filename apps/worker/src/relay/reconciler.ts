import { Clock } from '@app/platform/clock/clock.js';
import { ClockGuard } from '@app/platform/clock/clock-guard.js';
import { DUE, type Due } from '@app/platform/jobs/due.schema.js';
import { FAILED_DELIVERY, type FailedDelivery } from '@app/platform/jobs/failed-delivery.schema.js';
import { JobRegistry } from '@app/platform/jobs/job-registry.js';
import { DELIVERY, type DeliveryMark, OUTBOX, type OutboxRow } from '@app/platform/journal/journal.schema.js';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Queues } from './queues.js';
import { Relay } from './relay.js';

/** How long a handed-on event may lack an acknowledgement before its job is looked for. */
const PATIENCE_MS = 5000;
const BATCH = 500;
/** A key of our own in Redis. When it is gone, Redis has lost what it held. */
const MARK = 'lantern-was-here';

/** What the reconciler compares. */
@Injectable()
export class WorkLists {
  constructor(
    @InjectModel(OUTBOX) readonly outbox: Model<OutboxRow>,
    @InjectModel(DELIVERY) readonly deliveries: Model<DeliveryMark>,
    @InjectModel(DUE) readonly dues: Model<Due>,
    @InjectModel(FAILED_DELIVERY) readonly failed: Model<FailedDelivery>,
  ) {}
}

/** Makes certain what the relay makes prompt: offers again what Redis lost, and clears what is acknowledged. */
@Injectable()
export class Reconciler {
  private readonly log = new Logger('Reconciler');

  constructor(
    private readonly lists: WorkLists,
    private readonly registry: JobRegistry,
    private readonly relay: Relay,
    private readonly queues: Queues,
    private readonly clockGuard: ClockGuard,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Everything there is to reconcile, by a clock that is right (PLT-20). Returns how many jobs were offered again. */
  async reconcile(): Promise<number> {
    const now = this.clock.now();
    if (!this.clockGuard.isTrusted()) return 0;
    return (await this.restoreDues()) + (await this.redrive()) + (await this.reconcileEvents(now));
  }

  /**
   * When Redis has lost what it held, every waiting due time is offered anew; the relay does the offering. Returns how many there
   * are. The rows first, the mark after them: whoever dies between the two leaves it to the next.
   */
  async restoreDues(): Promise<number> {
    const redis = await this.queues.of('timed').getBackend().client;
    const mark = `${this.queues.prefix}:${MARK}`;
    if ((await redis.get(mark)) !== null) return 0;
    const { modifiedCount } = await this.lists.dues.updateMany(
      { state: 'waiting', offeredVersion: { $ne: null } },
      { $set: { offeredVersion: null } },
    );
    await redis.set(mark, this.clock.now().toISOString());
    if (modifiedCount > 0) this.log.warn(`Redis lost its jobs: ${modifiedCount} due times are offered again`);
    return modifiedCount;
  }

  /** Offers again what an operator said should be, and forgets that it had failed. */
  private async redrive(): Promise<number> {
    const rows = await this.lists.failed.find({ state: 'redrive' }).limit(BATCH).lean();
    for (const { _id, eventId, consumer } of rows) {
      const queue = this.registry.consumer(consumer).queue ?? 'events';
      await this.queues.of(queue).remove(_id);
      const data = { eventId: eventId.toHexString(), consumer };
      await this.relay.addAll([{ queue, offer: { name: consumer, data, opts: { jobId: _id } } }]);
      await this.lists.failed.deleteOne({ _id, state: 'redrive' });
    }
    return rows.length;
  }

  /** Removes acknowledged events from the outbox and offers the others again. Returns how many it offered again. */
  private async reconcileEvents(now: Date): Promise<number> {
    const before = new Date(now.getTime() - PATIENCE_MS);
    const rows = await this.lists.outbox
      .find({ relayedAt: { $ne: null, $lte: before } })
      .sort({ relayedAt: 1 })
      .limit(BATCH)
      .lean();
    if (rows.length === 0) return 0;
    const marks = rows.flatMap((row) =>
      this.registry.consumersOf(row.type).map(({ name }) => `${row._id.toHexString()}-${name}`),
    );
    const done = new Set(
      (await this.lists.deliveries.find({ _id: { $in: marks } }, { _id: 1 }).lean()).map(({ _id }) => _id),
    );
    const finished = rows.filter((row) =>
      this.relay.offersOf(row).every(({ offer }) => done.has(offer.opts.jobId)),
    );
    await this.lists.outbox.deleteMany({ _id: { $in: finished.map(({ _id }) => _id) } });
    const open = rows.filter((row) => !finished.includes(row));
    return this.offerAgain(open, done, now);
  }

  private async offerAgain(
    rows: readonly OutboxRow[],
    done: ReadonlySet<string>,
    now: Date,
  ): Promise<number> {
    const lost = [];
    for (const { queue, offer } of rows.flatMap((row) => this.relay.offersOf(row))) {
      if (done.has(offer.opts.jobId)) continue;
      const job = await this.queues.of(queue).getJob(offer.opts.jobId);
      if (job === undefined) lost.push({ queue, offer });
      // A completed job without a mark cannot be; a failed one has spent its attempts and waits for a person.
    }
    await this.relay.addAll(lost);
    const checked = rows.map(({ _id }) => _id);
    await this.lists.outbox.updateMany({ _id: { $in: checked } }, { $set: { relayedAt: now } });
    return lost.length;
  }
}
