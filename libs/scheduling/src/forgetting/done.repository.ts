import { DUE, type Due } from '@app/platform/jobs/due.schema.js';
import { DELIVERY, type DeliveryMark, OUTBOX, type OutboxRow } from '@app/platform/journal/journal.schema.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';

/** The marks of work that is over. */
@Injectable()
export class DoneRepository {
  constructor(
    @InjectModel(DUE) private readonly dues: Model<Due>,
    @InjectModel(DELIVERY) private readonly deliveries: Model<DeliveryMark>,
    @InjectModel(OUTBOX) private readonly outbox: Model<OutboxRow>,
  ) {}

  /** When the oldest event that still waits happened; null when none waits. */
  async oldestWaiting(): Promise<Date | null> {
    return (await this.outbox.findOne({}, { at: 1 }).sort({ _id: 1 }).lean())?.at ?? null;
  }

  /** Forgets what fell due before then and is over. */
  async forgetDues(before: Date): Promise<number> {
    const over = { state: { $in: ['done', 'cancelled'] }, dueAt: { $lt: before } } as const;
    return (await this.dues.deleteMany(over)).deletedCount;
  }

  /** Forgets the marks that were made before then. */
  async forgetMarks(before: Date): Promise<number> {
    return (await this.deliveries.deleteMany({ at: { $lt: before } })).deletedCount;
  }
}
