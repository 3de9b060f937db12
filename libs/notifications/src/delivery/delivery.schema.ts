import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { MessageName } from '../template/declared.js';
import type { Channel, Content, DeliveryState, Settlement } from './delivery.js';

/** A delivery as stored: that something is told to somebody and what it is written from, never a name, address or token. */
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
  content: Content | null;
  reason: string | null;
  /** The sender's mark while it is `sending`, and after, so that one thought dead may still say how it ended. */
  claim: string | null;
  leaseUntil: Date | null;
  settled: Settlement | null;
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
    content: { type: Schema.Types.Mixed, default: null },
    reason: { type: String, default: null },
    claim: { type: String, default: null },
    leaseUntil: { type: Date, default: null },
    settled: { type: String, default: null },
  },
  { versionKey: false, minimize: false, collection: 'messageDeliveries' },
);
// DeliveryRepository.record; unique, so that nothing is told twice on one occasion by one channel.
deliverySchema.index({ forceId: 1, recipient: 1, cycle: 1, message: 1, channel: 1 }, { unique: true });
// DeliveryReader.page and DeliveryRepository.expireClaims: by state, oldest first, over all forces.
deliverySchema.index({ state: 1, settled: 1, _id: 1 });
tenant(deliverySchema);
