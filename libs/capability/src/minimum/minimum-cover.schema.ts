import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/** A minimum as stored. */
export interface StoredMinimum {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  unitId: Types.ObjectId;
  roleId: string;
  skillId: string;
  level: number;
  /** Null: whatever their shift. */
  shift: string | null;
  minimum: number;
  history: { at: Date; minimum: number }[];
  revision: number;
}

export const MINIMUM_COVER = 'MinimumCover';

export const minimumSchema = new Schema<StoredMinimum>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    unitId: { type: Schema.Types.ObjectId, required: true },
    roleId: { type: String, required: true },
    skillId: { type: String, required: true },
    level: { type: Number, required: true },
    shift: { type: String, default: null },
    minimum: { type: Number, required: true },
    history: { type: [{ _id: false, at: Date, minimum: Number }], default: [] },
    revision: { type: Number, required: true },
  },
  { versionKey: false, collection: 'minimumCovers' },
);
// MinimumCoverRepository.ofUnit and .find; unique, since a need has one minimum in a unit.
minimumSchema.index({ forceId: 1, unitId: 1, roleId: 1, skillId: 1, level: 1, shift: 1 }, { unique: true });
tenant(minimumSchema);
