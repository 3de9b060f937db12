import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { MessageName } from '../template/messages.js';
import type { Channel, DeliveryState } from './delivery.js';

/** A delivery as stored: that something was told to somebody, never what, and never at which address. */
export interface StoredDelivery {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  cycle: string;
  message: MessageName;
  recipient: Types.ObjectId;
  channel: Channel;
  state: DeliveryState;
  attempts: number;
  at: Date;
}

export const DELIVERY = 'MessageDelivery';

export const deliverySchema = new Schema<StoredDelivery>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    cycle: { type: String, required: true },
    message: { type: String, required: true },
    recipient: { type: Schema.Types.ObjectId, required: true },
    channel: { type: String, required: true },
    state: { type: String, required: true },
    attempts: { type: Number, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'messageDeliveries' },
);
// DeliveryRepository.take; unique, so that nothing is sent twice on one occasion by one channel.
deliverySchema.index({ forceId: 1, recipient: 1, cycle: 1, message: 1, channel: 1 }, { unique: true });
tenant(deliverySchema);
