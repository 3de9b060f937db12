import type { ForceId } from '@app/platform/context/request-context.js';
import { idOf, objectId, parseId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Delivery, DeliveryId, DeliveryState } from './delivery.js';
import { DELIVERY, type StoredDelivery } from './delivery.schema.js';

const WHY = acrossForces(
  'an operator looks after the mail of every force, and sees no name and no word of it',
);

/** Deliveries as operators see them, over all forces. */
@Injectable()
export class DeliveryReader {
  constructor(@InjectModel(DELIVERY) private readonly deliveries: Model<StoredDelivery>) {}

  /** A page of the deliveries in a state that no operator has settled, oldest first. */
  async page(state: DeliveryState, { limit, after }: ListRequest): Promise<ListPage<Delivery>> {
    const wanted = { state, settled: null };
    const last = after === null ? undefined : parseId<DeliveryId>(after);
    const later = last === undefined ? {} : { _id: { $gt: objectId(last) } };
    const rows = await this.deliveries
      .find({ ...wanted, ...later }, null, WHY)
      .sort({ _id: 1 })
      .limit(limit)
      .lean<StoredDelivery[]>();
    const totalCount = await this.deliveries.countDocuments(wanted, WHY);
    return { rows: rows.map(deliveryOf), totalCount, keyOf: ({ id }) => id };
  }

  /** One of them; null when there is none. */
  async byId(id: DeliveryId): Promise<Delivery | null> {
    const row = await this.deliveries.findOne({ _id: objectId(id) }, null, WHY).lean<StoredDelivery>();
    return row === null ? null : deliveryOf(row);
  }
}

function deliveryOf(row: StoredDelivery): Delivery {
  const { message, channel, state, attempts, at, reason, settled } = row;
  return {
    ...{ id: idOf<DeliveryId>(row._id), forceId: idOf<ForceId>(row.forceId), message, channel, state },
    ...{ attempts, at, reason: reason ?? null, settled: settled ?? null },
  };
}
