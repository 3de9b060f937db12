import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/** A password reset as stored. */
export interface StoredPasswordReset {
  _id: Types.ObjectId;
  personId: Types.ObjectId | null;
  expiresAt: Date;
  usedAt: Date | null;
  replacedAt: Date | null;
}

export const PASSWORD_RESET = 'PasswordReset';

export const passwordResetSchema = new Schema<StoredPasswordReset>(
  {
    personId: { type: Schema.Types.ObjectId, default: null },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
    replacedAt: { type: Date, default: null },
  },
  { versionKey: false, collection: 'passwordResets' },
);
// PasswordResetRepository.add replaces the person's open ones.
passwordResetSchema.index({ personId: 1, usedAt: 1 });
// ExpiredRepository.forgetResets.
passwordResetSchema.index({ expiresAt: 1 });
national(passwordResetSchema, 'an account’s own, asked for before any force is known');
