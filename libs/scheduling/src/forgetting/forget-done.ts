import { Clock } from '@app/platform/clock/clock.js';
import { DUE, type Due } from '@app/platform/jobs/due.schema.js';
import { DELIVERY, type DeliveryMark, OUTBOX, type OutboxRow } from '@app/platform/journal/journal.schema.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';

/** How long the marks of finished work are kept. */
export const KEPT_DAYS = 90;

/**
 * SCD-09. Forgets the rows of what fell due and is over, and the marks of events that were digested, after 90 days. A mark is kept
 * as long as its event may still be offered again: nothing older than the oldest event of the outbox goes.
 */
@Injectable()
export class ForgetDone {
  constructor(
    @InjectModel(DUE) private readonly dues: Model<Due>,
    @InjectModel(DELIVERY) private readonly deliveries: Model<DeliveryMark>,
    @InjectModel(OUTBOX) private readonly outbox: Model<OutboxRow>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(): Promise<{ readonly dues: number; readonly marks: number }> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * 24 * 3600 * 1000);
    const oldest = await this.outbox.findOne({}, { at: 1 }).sort({ _id: 1 }).lean();
    const marksBefore = oldest !== null && oldest.at < before ? oldest.at : before;
    const over = { state: { $in: ['done', 'cancelled'] }, dueAt: { $lt: before } } as const;
    const dues = await this.dues.deleteMany(over);
    const marks = await this.deliveries.deleteMany({ at: { $lt: marksBefore } });
    return { dues: dues.deletedCount, marks: marks.deletedCount };
  }
}
