import { Inject, Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { Clock } from '../clock/clock.js';
import { ClockGuard } from '../clock/clock-guard.js';
import type { JournalRow } from '../journal/journal.schema.js';
import { UnitOfWork } from '../mongo/unit-of-work.js';
import type { Due } from './due.schema.js';
import type { Delivered, DueNow } from './job.js';
import { JobRegistry, type RegisteredConsumer } from './job-registry.js';
import { inLanes, limited } from './lanes.js';
import { declaredRecurring } from './recurring.js';
import { deliveredTo, dueNow, WorkRecords, WorkRunner } from './work-runner.js';

/** How many go into one transaction: it is kept short, and what fails in it is done again one by one. */
const MOST_TOGETHER = 100;
/** How many of a batch that failed are done alone side by side: one that waits for its turn keeps nobody else waiting. */
const LANES_ALONE = 8;

/**
 * Does several pieces of background work of one kind together: in one transaction, with one read of each kind where the
 * consumer or handler can. When that fails, each is done alone, so that one which cannot be done keeps no other from it and
 * fails by itself. Nothing is done twice: marks and timetable rows are the same as of single work.
 */
@Injectable()
export class BatchRunner {
  constructor(
    private readonly records: WorkRecords,
    private readonly registry: JobRegistry,
    private readonly work: UnitOfWork,
    private readonly runner: WorkRunner,
    private readonly clockGuard: ClockGuard,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Hands events to one consumer, unless it has had them. What could not be consumed, by the event's id, with its error. */
  async deliver(events: readonly JournalRow[], consumerName: string): Promise<Map<string, unknown>> {
    const consumer = this.registry.consumer(consumerName);
    const alone = consumer.outside === true && consumer.handler.consumeAll === undefined;
    const errors = new Map<string, unknown>();
    for (const batch of batchesOf(events, ({ forceId }) => forceId)) {
      if (!alone && batch.length > 1 && (await wentWell(() => this.consumeAll(consumer, batch)))) continue;
      await inLanes(LANES_ALONE, batch, async (row) => {
        await this.runner
          .hand(row, consumerName)
          .catch((error: unknown) => errors.set(row._id.toHexString(), error));
      });
    }
    return errors;
  }

  /** Does what is due, if it is still waiting. Throws what a handler throws that was alone with it. */
  async runDues(dues: readonly Due[]): Promise<void> {
    const [again, once] = [dues.filter(isRecurring), dues.filter((due) => !isRecurring(due))];
    for (const { _id } of again) await this.runner.runDue(_id.toHexString());
    for (const batch of batchesOf(once, ({ forceId, job }) => `${job} ${forceId.toHexString()}`)) {
      if (batch.length > 1 && (await wentWell(() => this.runTogether(batch)))) continue;
      for (const { _id } of batch) await this.runner.runDue(_id.toHexString());
    }
  }

  /**
   * As `runDues` of rows by their ids, but a failure is written down and tried again later (`WorkRunner.attemptDue`). By the id,
   * whether this call did it: what could not be done with the others is done apart, and may be under way still.
   */
  async attemptDues(ids: readonly string[]): Promise<Map<string, Promise<boolean>>> {
    const how = new Map(ids.map((id) => [id, Promise.resolve(false)]));
    const rows = await this.records.dues.find({ _id: { $in: ids }, state: 'waiting' }).lean<Due[]>();
    const apart = rows.filter(isRecurring);
    const once = rows.filter((due) => !isRecurring(due));
    for (const batch of batchesOf(once, ({ forceId, job }) => `${job} ${forceId.toHexString()}`)) {
      const did = async () => {
        for (const id of await this.runTogether(batch)) how.set(id, Promise.resolve(true));
      };
      if (!(await wentWell(did))) apart.push(...batch);
    }
    const inTurn = limited(LANES_ALONE);
    for (const id of apart.map(({ _id }) => _id.toHexString()))
      how.set(
        id,
        inTurn(() => this.runner.attemptDue(id)),
      );
    return how;
  }

  private async consumeAll(consumer: RegisteredConsumer, rows: readonly JournalRow[]): Promise<void> {
    const marks = rows.map(({ _id }) => ({
      _id: `${_id.toHexString()}-${consumer.name}`,
      at: this.clock.now(),
    }));
    const deliveries = rows.map((row) => deliveredTo(consumer.name, row));
    if (consumer.outside === true) {
      const had = await this.records.deliveries.find({ _id: { $in: marks.map(({ _id }) => _id) } }).lean();
      const known = new Set(had.map(({ _id }) => _id));
      await consumeEach(
        consumer,
        deliveries.filter(({ event }) => !known.has(`${event.eventId}-${consumer.name}`)),
      );
      await this.records.deliveries.bulkWrite(
        marks.map(({ _id, at }) => ({
          updateOne: { filter: { _id }, update: { $setOnInsert: { at } }, upsert: true },
        })),
        { ordered: false },
      );
      return;
    }
    await this.work.together(async () => {
      await this.records.deliveries.insertMany(marks, { lean: true, rawResult: true });
      await consumeEach(consumer, deliveries);
      this.clockGuard.mustBeTrusted();
    });
  }

  /** What somebody else took meanwhile makes the transaction run anew, and is not found again. The ids of what was done. */
  private async runTogether(batch: readonly Due[]): Promise<readonly string[]> {
    const [first] = batch;
    if (first === undefined || !this.clockGuard.isTrusted()) return [];
    const handler = this.registry.handlerOf(first.job);
    return this.work.together(async () => {
      const now = this.clock.now();
      const dues = await this.records.dues
        .find({
          _id: { $in: batch.map(({ _id }) => _id) },
          state: 'waiting',
          dueAt: { $lte: now },
          ...triedBefore(now),
        })
        .lean<Due[]>();
      if (dues.length === 0) return [];
      await this.records.dues.updateMany(
        { _id: { $in: dues.map(({ _id }) => _id) } },
        { $set: { state: 'done', doneAt: now, attempts: 0, failure: null } },
      );
      await handleEach(handler, dues.map(dueNow));
      this.clockGuard.mustBeTrusted();
      return dues.map(({ _id }) => _id.toHexString());
    });
  }
}

async function consumeEach({ handler }: RegisteredConsumer, deliveries: readonly Delivered[]): Promise<void> {
  if (handler.consumeAll !== undefined) await handler.consumeAll(deliveries);
  else for (const { ctx, event } of deliveries) await handler.consume(ctx, event);
}

async function handleEach(
  handler: ReturnType<JobRegistry['handlerOf']>,
  dues: readonly DueNow[],
): Promise<void> {
  if (handler.handleAll !== undefined) await handler.handleAll(dues);
  else for (const { ctx, payload, dueAt } of dues) await handler.handle(ctx, payload, dueAt);
}

/** Nothing that failed so lately that it is not tried again yet. */
function triedBefore(now: Date) {
  return { $or: [{ notBefore: null }, { notBefore: { $lte: now } }] };
}

function isRecurring({ job }: Due): boolean {
  return declaredRecurring().has(job);
}

/** Its error is found again by whoever then does each alone. */
async function wentWell(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}

function batchesOf<Each>(all: readonly Each[], keyOf: (each: Each) => string | Types.ObjectId): Each[][] {
  return [...Map.groupBy(all, (each) => String(keyOf(each))).values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / MOST_TOGETHER) }, (_, n) =>
      group.slice(n * MOST_TOGETHER, (n + 1) * MOST_TOGETHER),
    ),
  );
}
