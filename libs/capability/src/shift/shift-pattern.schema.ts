import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/** A pattern of shifts as stored. */
export interface StoredShiftPattern {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  name: string;
  startsAt: string;
  endsAt: string;
}

export const SHIFT_PATTERN = 'ShiftPattern';

export const shiftPatternSchema = new Schema<StoredShiftPattern>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    name: { type: String, required: true },
    startsAt: { type: String, required: true },
    endsAt: { type: String, required: true },
  },
  { versionKey: false, collection: 'shiftPatterns' },
);
// ShiftPatternRepository; unique, since a name is one pattern in a force.
shiftPatternSchema.index({ forceId: 1, name: 1 }, { unique: true });
tenant(shiftPatternSchema);
