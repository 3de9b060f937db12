import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { isDuplicateKey } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { DeliveryId, DeliveryKey, DeliveryState } from './delivery.js';
import { DELIVERY, type StoredDelivery } from './delivery.schema.js';

/** Who takes a delivery in hand, and how it ended. */
@Injectable()
export class DeliveryRepository {
  constructor(
    @InjectModel(DELIVERY) private readonly deliveries: Model<StoredDelivery>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Takes a delivery in hand: new, or waiting for another try. Null when it is in other hands, gone, or not to be repeated. */
  async take(scope: ForceScope, key: DeliveryKey): Promise<DeliveryId | null> {
    const { cycle, message, channel } = key;
    const recipient = objectId(key.recipient);
    try {
      const taken = await this.deliveries
        .findOneAndUpdate(
          { forceId: objectId(scope.forceId), recipient, cycle, message, channel, state: 'waiting' },
          { $set: { state: 'sending', at: this.clock.now() }, $inc: { attempts: 1 } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean<StoredDelivery>();
      return idOf<DeliveryId>(taken._id);
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  /** Records a delivery that happens in the transaction under way. Null when it has happened before. */
  async record(scope: ForceScope, key: DeliveryKey): Promise<DeliveryId | null> {
    const { cycle, message, channel } = key;
    const filter = {
      forceId: objectId(scope.forceId),
      recipient: objectId(key.recipient),
      cycle,
      message,
      channel,
    };
    if ((await this.deliveries.exists(filter)) !== null) return null;
    const [made] = await this.deliveries.create([
      { ...filter, state: 'sent', attempts: 1, at: this.clock.now() },
    ]);
    return made === undefined ? null : idOf<DeliveryId>(made._id);
  }

  /** Writes down how a delivery in hand ended. */
  async end(scope: ForceScope, id: DeliveryId, state: Exclude<DeliveryState, 'sending'>): Promise<void> {
    await this.deliveries.updateOne(
      { _id: objectId(id), forceId: objectId(scope.forceId), state: 'sending' },
      { $set: { state, at: this.clock.now() } },
    );
  }
}
