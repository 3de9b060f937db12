import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { Holding } from './holding.js';

/** A holding as stored. */
export interface StoredHolding
  extends Pick<Holding, 'code' | 'assignment' | 'exemption' | 'due' | 'revision'> {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  cycles: Holding['cycles'][number][];
}

export const HOLDING = 'CertificationHolding';

export const holdingSchema = new Schema<StoredHolding>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true, immutable: true },
    personId: { type: Schema.Types.ObjectId, required: true, immutable: true },
    code: { type: String, required: true, immutable: true },
    assignment: { type: Schema.Types.Mixed, default: null },
    exemption: { type: Schema.Types.Mixed, default: null },
    cycles: { type: Schema.Types.Mixed, required: true },
    due: { type: Schema.Types.Mixed, required: true },
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, collection: 'certificationHoldings' },
);
// HoldingReader.of and ofPerson; unique, so that a person has one record of a certification however many things arrive at once.
holdingSchema.index({ forceId: 1, personId: 1, code: 1 }, { unique: true });
tenant(holdingSchema);
