import { Clock } from '@app/platform/clock/clock.js';
import { ClockGuard } from '@app/platform/clock/clock-guard.js';
import { DUE, type Due } from '@app/platform/jobs/due.schema.js';
import { declaredJobs, type QueueName } from '@app/platform/jobs/job.js';
import { JobRegistry } from '@app/platform/jobs/job-registry.js';
import { OUTBOX, type OutboxRow } from '@app/platform/journal/journal.schema.js';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { JobsOptions } from 'bullmq';
import type { Model } from 'mongoose';
import { DUE_OPTIONS, type QueuedWork, Queues } from './queues.js';

const BATCH = 500;
/** How far ahead a due time is put into Redis. What lies further off waits in MongoDB, which costs nothing. */
const HORIZON_MS = 60 * 60 * 1000;

interface Offer {
  name: string;
  data: QueuedWork;
  opts: JobsOptions & { jobId: string };
}

/**
 * Carries what MongoDB says must be done into BullMQ: events to their consumers, due times to their instant. It marks
 * a row as handed on only after Redis took it, so a crash between the two repeats an offer, which BullMQ ignores by id.
 */
@Injectable()
export class Relay {
  private readonly log = new Logger('Relay');

  constructor(
    @InjectModel(OUTBOX) private readonly outbox: Model<OutboxRow>,
    @InjectModel(DUE) private readonly dues: Model<Due>,
    private readonly registry: JobRegistry,
    private readonly queues: Queues,
    private readonly clockGuard: ClockGuard,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Hands on one batch of each kind. Returns how many rows it moved; fewer than a batch means there is no more. By a clock that is
   * wrong it hands on nothing (PLT-20): a row that is marked with an hour that has not come would not be offered again until then.
   */
  async tick(): Promise<number> {
    const now = this.clock.now();
    if (!this.clockGuard.isTrusted()) return 0;
    return (await this.relayEvents(now)) + (await this.offerDues(now.getTime()));
  }

  private async relayEvents(now: Date): Promise<number> {
    const rows = await this.outbox.find({ relayedAt: null }).sort({ _id: 1 }).limit(BATCH).lean();
    if (rows.length === 0) return 0;
    await this.addAll(rows.flatMap((row) => this.offersOf(row)));
    const nobody = rows
      .filter((row) => this.registry.consumersOf(row.type).length === 0)
      .map((row) => row._id);
    if (nobody.length > 0) await this.outbox.deleteMany({ _id: { $in: nobody } });
    await this.outbox.updateMany({ _id: { $in: rows.map((row) => row._id) } }, { $set: { relayedAt: now } });
    return rows.length;
  }

  /** The jobs that one event makes: one for each consumer, under an id that makes a second offer harmless. */
  offersOf(row: OutboxRow): { queue: QueueName; offer: Offer }[] {
    const eventId = row._id.toHexString();
    return this.registry.consumersOf(row.type).map((consumer) => ({
      queue: consumer.queue ?? 'events',
      offer: {
        name: consumer.name,
        data: { eventId, consumer: consumer.name },
        opts: { jobId: `${eventId}-${consumer.name}` },
      },
    }));
  }

  private async offerDues(now: number): Promise<number> {
    const rows = await this.dues
      .find({ state: 'waiting', offeredVersion: null, dueAt: { $lte: new Date(now + HORIZON_MS) } })
      .sort({ dueAt: 1 })
      .limit(BATCH)
      .lean();
    if (rows.length === 0) return 0;
    await this.addAll(
      rows.map((row) => ({
        queue: declaredJobs().get(row.job)?.queue ?? 'timed',
        offer: {
          name: row.job,
          data: { dueId: row._id.toHexString() },
          opts: {
            ...DUE_OPTIONS,
            jobId: `due-${row._id.toHexString()}-${row.version}`,
            delay: Math.max(0, row.dueAt.getTime() - now),
          },
        },
      })),
    );
    await this.dues.bulkWrite(
      rows.map((row) => ({
        updateOne: {
          filter: { _id: row._id, version: row.version },
          update: { $set: { offeredVersion: row.version } },
        },
      })),
    );
    return rows.length;
  }

  /** Adds jobs to their queues, in bulk. Throws when Redis does not take them. */
  async addAll(offers: readonly { queue: QueueName; offer: Offer }[]): Promise<void> {
    const byQueue = Map.groupBy(offers, ({ queue }) => queue);
    for (const [queue, list] of byQueue) await this.queues.of(queue).addBulk(list.map(({ offer }) => offer));
    if (offers.length > 0) this.log.debug(`handed on ${offers.length}`);
  }
}
