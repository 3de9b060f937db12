import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/** A raise as stored. */
export interface StoredRaise {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  roleId: string;
  skillId: string;
  level: number;
  essential: boolean;
  from: string;
  to: string | null;
  revision: number;
}

export const PROFILE_RAISE = 'ProfileRaise';

export const profileRaiseSchema = new Schema<StoredRaise>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    roleId: { type: String, required: true },
    skillId: { type: String, required: true },
    level: { type: Number, required: true },
    essential: { type: Boolean, required: true },
    from: { type: String, required: true },
    to: { type: String, default: null },
    revision: { type: Number, required: true },
  },
  { versionKey: false, collection: 'profileRaises' },
);
// ProfileRaiseRepository.ofNeed and .holding; unique, so that of two raises at once from one day the second is told.
profileRaiseSchema.index({ forceId: 1, roleId: 1, skillId: 1, from: 1 }, { unique: true });
tenant(profileRaiseSchema);
