import { Schema, type Types } from 'mongoose';
import { national } from '../mongo/tenancy.js';

/**
 * An event that one of its consumers could not digest, however often it was tried. The event stays in the outbox, so nothing is
 * lost; a person decides whether it is offered again. `_id` is that of the delivery mark, `<eventId>-<consumer>`.
 */
export interface FailedDelivery {
  _id: string;
  eventId: Types.ObjectId;
  consumer: string;
  /** The event's type. */
  type: string;
  forceId: Types.ObjectId;
  at: Date;
  attempts: number;
  reason: string;
  /** `redrive` until the worker has offered it again, which removes the row; `discarded` is final. */
  state: 'failed' | 'redrive' | 'discarded';
}

export const FAILED_DELIVERY = 'FailedDelivery';

export const failedDeliverySchema = new Schema<FailedDelivery>(
  {
    _id: { type: String, required: true },
    eventId: { type: Schema.Types.ObjectId, required: true },
    consumer: { type: String, required: true },
    type: { type: String, required: true },
    forceId: { type: Schema.Types.ObjectId, required: true },
    at: { type: Date, required: true },
    attempts: { type: Number, required: true },
    reason: { type: String, required: true },
    state: { type: String, required: true },
  },
  { versionKey: false, collection: 'failedDeliveries' },
);
// FailedWorkReader.page: what waits for a person, by id; Reconciler: what is to be offered again.
failedDeliverySchema.index({ state: 1, _id: 1 });
national(
  failedDeliverySchema,
  'work list of the operator across all forces; holds ids and a program’s message only',
);

export const failedDeliveryModel = { name: FAILED_DELIVERY, schema: failedDeliverySchema };
