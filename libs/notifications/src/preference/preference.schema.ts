import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { Purpose } from '../template/purpose.js';
import type { QuietHours } from './preference.js';

/** A person's preferences in a force, as stored. */
export interface StoredPreference {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  mailOff: Purpose[];
  quiet: QuietHours | null;
}

export const PREFERENCE = 'NotificationPreference';

export const preferenceSchema = new Schema<StoredPreference>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    mailOff: { type: [String], required: true },
    quiet: { type: Schema.Types.Mixed, default: null },
  },
  { versionKey: false, minimize: false, collection: 'notificationPreferences' },
);
// PreferenceRepository.of and save; unique: one row a person.
preferenceSchema.index({ forceId: 1, personId: 1 }, { unique: true });
tenant(preferenceSchema);
