import { DUE, type Due } from '@app/platform/jobs/due.schema.js';
import { FAILED_DELIVERY, type FailedDelivery } from '@app/platform/jobs/failed-delivery.schema.js';
import { DELIVERY, type DeliveryMark } from '@app/platform/journal/journal.schema.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { type FailedWork, type FailedWorkPlace, failedDelivery, failedDue } from './failed-work.js';

/** Failed work where platform keeps it: failed rows of the timetable, and deliveries that were given up. */
@Injectable()
export class FailedWorkRepository {
  constructor(
    @InjectModel(DUE) private readonly dues: Model<Due>,
    @InjectModel(FAILED_DELIVERY) private readonly failed: Model<FailedDelivery>,
    @InjectModel(DELIVERY) private readonly deliveries: Model<DeliveryMark>,
  ) {}

  /** What waits for a person: due rows first, each kind oldest first. */
  async page({ limit, after }: ListRequest): Promise<ListPage<FailedWork>> {
    const dues = after?.startsWith('event-') === true ? [] : await this.failedDues(limit, after);
    const left = limit - dues.length;
    const events = left > 0 ? await this.failedEvents(left, after) : [];
    return { rows: [...dues, ...events], totalCount: await this.count(), keyOf: ({ id }) => id };
  }

  /** How many wait for a person. */
  async count(): Promise<number> {
    const [dues, events] = await Promise.all([
      this.dues.countDocuments({ state: 'failed' }),
      this.failed.countDocuments({ state: 'failed' }),
    ]);
    return dues + events;
  }

  /** One piece of it, whatever has become of it; null when there never was. */
  async byPlace(place: FailedWorkPlace): Promise<FailedWork | null> {
    if ('delivery' in place) {
      const row = await this.failed.findById(place.delivery).lean();
      return row === null ? null : failedDelivery(row);
    }
    const row = await this.dues.findById(new Types.ObjectId(place.due)).lean();
    return row === null ? null : failedDue(row);
  }

  /** Has it tried anew: the worker acts on it at its next look. */
  async redrive(place: FailedWorkPlace): Promise<void> {
    if ('delivery' in place)
      await this.failed.updateOne({ _id: place.delivery, state: 'failed' }, { $set: { state: 'redrive' } });
    else
      await this.dues.updateOne(
        { _id: new Types.ObjectId(place.due), state: 'failed' },
        {
          $set: { state: 'waiting', attempts: 0, notBefore: null, offeredVersion: null },
          $inc: { version: 1 },
        },
      );
  }

  /** Gives it up. An event counts as digested by that consumer, so that the outbox lets it go. */
  async discard(place: FailedWorkPlace, at: Date): Promise<void> {
    if ('due' in place) {
      const _id = new Types.ObjectId(place.due);
      await this.dues.updateOne({ _id, state: 'failed' }, { $set: { state: 'cancelled' } });
      return;
    }
    await this.failed.updateOne({ _id: place.delivery }, { $set: { state: 'discarded' } });
    await this.deliveries.updateOne({ _id: place.delivery }, { $setOnInsert: { at } }, { upsert: true });
  }

  private async failedDues(limit: number, after: string | null): Promise<FailedWork[]> {
    const start = after === null ? {} : { _id: { $gt: new Types.ObjectId(after.slice('due-'.length)) } };
    const rows = await this.dues
      .find({ state: 'failed', ...start })
      .sort({ _id: 1 })
      .limit(limit)
      .lean();
    return rows.map(failedDue).filter((work) => work !== null);
  }

  private async failedEvents(limit: number, after: string | null): Promise<FailedWork[]> {
    const start = after?.startsWith('event-') === true ? { _id: { $gt: after.slice('event-'.length) } } : {};
    const rows = await this.failed
      .find({ state: 'failed', ...start })
      .sort({ _id: 1 })
      .limit(limit)
      .lean();
    return rows.map(failedDelivery);
  }
}
