import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { Clock } from '../clock/clock.js';
import { type ForceId, systemContext } from '../context/request-context.js';
import { idOf } from '../ids/ids.js';
import { DELIVERY, type DeliveryMark, JOURNAL, type JournalRow } from '../journal/journal.schema.js';
import { acrossForces } from '../mongo/tenancy.js';
import { isDuplicateKey, UnitOfWork } from '../mongo/unit-of-work.js';
import { DUE, type Due } from './due.schema.js';
import { declaredJobs, type ReceivedEvent } from './job.js';
import { JobRegistry, type RegisteredConsumer } from './job-registry.js';

/** Does one piece of background work, once: the same code behind BullMQ, the sweep and the inline driver of tests. */
@Injectable()
export class WorkRunner {
  constructor(
    @InjectModel(JOURNAL) private readonly journal: Model<JournalRow>,
    @InjectModel(DELIVERY) private readonly deliveries: Model<DeliveryMark>,
    @InjectModel(DUE) private readonly dues: Model<Due>,
    private readonly registry: JobRegistry,
    private readonly work: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Hands one event to one consumer, unless it has had it. Effect and mark commit together. */
  async deliver(eventId: string, consumerName: string): Promise<void> {
    const consumer = this.registry.consumer(consumerName);
    const mark = `${eventId}-${consumerName}`;
    if ((await this.deliveries.exists({ _id: mark })) !== null) return;
    const row = await this.journal
      .findById(new Types.ObjectId(eventId), null, acrossForces('the relay serves every force'))
      .lean();
    if (row === null) throw new Error(`No journal row ${eventId}`);
    try {
      await this.consume(consumer, row, mark);
    } catch (error) {
      // The other copy of this job came first; its effect is ours.
      if (!isDuplicateKey(error) || (await this.deliveries.exists({ _id: mark })) === null) throw error;
    }
  }

  private async consume(consumer: RegisteredConsumer, row: JournalRow, mark: string): Promise<void> {
    const ctx = systemContext(consumer.name, idOf<ForceId>(row.forceId), row.requestId);
    const event: ReceivedEvent = {
      eventId: row._id.toHexString(),
      type: row.type,
      at: row.at,
      data: row.data,
    };
    if (consumer.outside === true) {
      await consumer.handler.consume(ctx, event);
      await this.deliveries.updateOne(
        { _id: mark },
        { $setOnInsert: { at: this.clock.now() } },
        { upsert: true },
      );
      return;
    }
    await this.work.run(ctx, async () => {
      await this.deliveries.create([{ _id: mark, at: this.clock.now() }]);
      await consumer.handler.consume(ctx, event);
    });
  }

  /** Does what was due, if it is still waiting and its time has come. Returns whether anything was done. */
  async runDue(dueId: string): Promise<boolean> {
    const due = await this.dues.findById(new Types.ObjectId(dueId)).lean();
    if (due === null || due.state !== 'waiting' || due.dueAt > this.clock.now()) return false;
    const ctx = systemContext(due.job, idOf<ForceId>(due.forceId));
    const payload = declaredJobs().get(due.job)?.payload.parse(due.payload) ?? due.payload;
    return this.work.run(ctx, async () => {
      const taken = await this.dues.updateOne(
        { _id: due._id, state: 'waiting', version: due.version },
        { $set: { state: 'done', doneAt: this.clock.now() } },
      );
      if (taken.modifiedCount === 0) return false;
      await this.registry.handlerOf(due.job).handle(ctx, payload, due.dueAt);
      return true;
    });
  }
}
