import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { Clock } from '../clock/clock.js';
import { ClockGuard } from '../clock/clock-guard.js';
import { type ForceId, systemContext } from '../context/request-context.js';
import { idOf } from '../ids/ids.js';
import { DELIVERY, type DeliveryMark, JOURNAL, type JournalRow } from '../journal/journal.schema.js';
import { acrossForces } from '../mongo/tenancy.js';
import { isDuplicateKey, UnitOfWork } from '../mongo/unit-of-work.js';
import { DUE, type Due } from './due.schema.js';
import { FAILED_DELIVERY, type FailedDelivery } from './failed-delivery.schema.js';
import { MOST_ATTEMPTS, pauseAfter, reasonOf } from './failing.js';
import { type Delivered, type DueNow, declaredJobs } from './job.js';
import { JobRegistry, type RegisteredConsumer } from './job-registry.js';
import { declaredRecurring, nextRun, type Rhythm } from './recurring.js';

const log = new Logger('WorkRunner');

/** Where it stands what has happened, what is to be done and what has been. */
@Injectable()
export class WorkRecords {
  constructor(
    @InjectModel(JOURNAL) readonly journal: Model<JournalRow>,
    @InjectModel(DELIVERY) readonly deliveries: Model<DeliveryMark>,
    @InjectModel(DUE) readonly dues: Model<Due>,
    @InjectModel(FAILED_DELIVERY) readonly failed: Model<FailedDelivery>,
  ) {}
}

/** Does one piece of background work, once: the same code behind BullMQ, the sweep and the inline driver of tests. */
@Injectable()
export class WorkRunner {
  constructor(
    private readonly records: WorkRecords,
    private readonly registry: JobRegistry,
    private readonly work: UnitOfWork,
    private readonly clockGuard: ClockGuard,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Hands one event to one consumer, unless it has had it. Effect and mark commit together. */
  async deliver(eventId: string, consumerName: string): Promise<void> {
    const [row] = await this.eventsOf([new Types.ObjectId(eventId)]);
    if (row === undefined) throw new Error(`No journal row ${eventId}`);
    await this.hand(row, consumerName);
  }

  /** The journal rows of these events. */
  async eventsOf(ids: readonly Types.ObjectId[]): Promise<JournalRow[]> {
    return this.records.journal
      .find({ _id: { $in: ids } }, null, acrossForces('the relay serves every force'))
      .lean();
  }

  /** As `deliver`, of a journal row that has been read. */
  async hand(row: JournalRow, consumerName: string): Promise<void> {
    const consumer = this.registry.consumer(consumerName);
    const mark = `${row._id.toHexString()}-${consumerName}`;
    // Inside a transaction the mark itself finds a second arrival; what works outside must ask first.
    if (consumer.outside === true && (await this.isDelivered(mark))) return;
    try {
      await this.consume(consumer, row, mark);
    } catch (error) {
      // The other copy of this job came first; its effect is ours.
      if (!isDuplicateKey(error) || !(await this.isDelivered(mark))) throw error;
    }
  }

  private async isDelivered(mark: string): Promise<boolean> {
    return (await this.records.deliveries.exists({ _id: mark })) !== null;
  }

  /** Writes down that a consumer could not digest an event: it now waits for a person. */
  async giveUp(eventId: string, consumer: string, error: unknown): Promise<void> {
    const _id = new Types.ObjectId(eventId);
    const row = await this.records.journal
      .findById(_id, { type: 1, forceId: 1 }, acrossForces('the relay serves every force'))
      .lean();
    if (row === null) return;
    const what = { eventId: _id, consumer, type: row.type, forceId: row.forceId, state: 'failed' } as const;
    const failure = { at: this.clock.now(), attempts: MOST_ATTEMPTS, reason: reasonOf(error) };
    await this.records.failed.updateOne(
      { _id: `${eventId}-${consumer}` },
      { $set: { ...what, ...failure } },
      { upsert: true },
    );
  }

  private async consume(consumer: RegisteredConsumer, row: JournalRow, mark: string): Promise<void> {
    const { ctx, event } = deliveredTo(consumer.name, row);
    if (consumer.outside === true) {
      await consumer.handler.consume(ctx, event);
      await this.records.deliveries.updateOne(
        { _id: mark },
        { $setOnInsert: { at: this.clock.now() } },
        { upsert: true },
      );
      return;
    }
    await this.work.run(ctx, async () => {
      await this.records.deliveries.create([{ _id: mark, at: this.clock.now() }]);
      await consumer.handler.consume(ctx, event);
      this.clockGuard.mustBeTrusted();
    });
  }

  /**
   * Does what was due, if it is still waiting and its time has come by a clock that is right (PLT-20). Returns whether anything was
   * done; throws what its handler throws.
   */
  async runDue(dueId: string): Promise<boolean> {
    const due = await this.records.dues.findById(new Types.ObjectId(dueId)).lean();
    const now = this.clock.now();
    if (due === null || due.state !== 'waiting' || due.dueAt > now || isPausing(due, now)) return false;
    if (!this.clockGuard.isTrusted()) return false;
    const recurring = declaredRecurring().get(due.job);
    return recurring === undefined ? this.runOnce(due) : this.runAgain(due, recurring.rhythm, now);
  }

  /** As `runDue`, but a failure is written down and tried again later; after the eighth it waits for a person. */
  async attemptDue(dueId: string): Promise<boolean> {
    try {
      return await this.runDue(dueId);
    } catch (error) {
      // Nothing was done and nothing can be written down by this clock: the row waits for a process whose clock is right.
      if (ClockGuard.isAstray(error) || !this.clockGuard.isTrusted()) return false;
      log.warn({ dueId, error: reasonOf(error) });
      await this.recordFailure(dueId, error);
      return false;
    }
  }

  /** A clock that jumps while it is done undoes it: its handler may have asked what time it is. */
  private async runOnce(due: Due): Promise<boolean> {
    const { ctx, payload } = dueNow(due);
    return this.work.run(ctx, async () => {
      const done = { state: 'done', doneAt: this.clock.now(), attempts: 0, failure: null };
      if (!(await this.take(due, done))) return false;
      await this.registry.handlerOf(due.job).handle(ctx, payload, due.dueAt);
      this.clockGuard.mustBeTrusted();
      return true;
    });
  }

  /** A recurring job works outside a transaction, since it may be long: its row moves first, so it never runs twice at once. */
  private async runAgain(due: Due, rhythm: Rhythm, began: Date): Promise<boolean> {
    const moved = { dueAt: nextRun(rhythm, began), offeredVersion: null, version: due.version + 1 };
    if (!(await this.take(due, moved))) return false;
    const clockwork = performance.now();
    const next = { ...due, ...moved };
    try {
      await this.registry.handlerOf(due.job).handle(systemContext(due.job), {}, due.dueAt);
    } finally {
      const lastRun = { at: began, tookMs: Math.round(performance.now() - clockwork) };
      await this.take(next, { lastRun });
    }
    await this.take(next, { attempts: 0, failure: null });
    return true;
  }

  private async take(due: Pick<Due, '_id' | 'version'>, change: Record<string, unknown>): Promise<boolean> {
    const taken = await this.records.dues.updateOne(
      { _id: due._id, state: 'waiting', version: due.version },
      { $set: change },
    );
    return taken.matchedCount === 1;
  }

  private async recordFailure(dueId: string, error: unknown): Promise<void> {
    const due = await this.records.dues.findById(new Types.ObjectId(dueId)).lean();
    if (due === null || due.state !== 'waiting') return;
    const now = this.clock.now();
    const attempts = due.attempts + 1;
    const again = new Date(now.getTime() + pauseAfter(attempts));
    const failure = { at: now, reason: reasonOf(error) };
    const isSpent = attempts % MOST_ATTEMPTS === 0;
    // A recurring job that will not go well waits for its next instant; any other waits for a person.
    const change = declaredRecurring().has(due.job)
      ? isSpent
        ? {}
        : { dueAt: again, offeredVersion: null, version: due.version + 1 }
      : isSpent
        ? { state: 'failed' }
        : { notBefore: again };
    await this.take(due, { attempts, failure, ...change });
  }
}

/** An event as that consumer gets it, in the name in which it acts. */
export function deliveredTo(
  consumer: string,
  { _id, type, at, data, forceId, requestId }: JournalRow,
): Delivered {
  const ctx = systemContext(consumer, idOf<ForceId>(forceId), requestId);
  return { ctx, event: { eventId: _id.toHexString(), type, at, data } };
}

/** What is due as its handler gets it. */
export function dueNow({ job, forceId, payload, dueAt }: Due): DueNow {
  const ctx = systemContext(job, idOf<ForceId>(forceId));
  return { ctx, payload: declaredJobs().get(job)?.payload.parse(payload) ?? payload, dueAt };
}

function isPausing(due: Pick<Due, 'notBefore'>, now: Date): boolean {
  return due.notBefore !== null && due.notBefore > now;
}
