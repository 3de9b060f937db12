import { national, tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/** A session as stored: one sign-in, the family of all its refresh tokens. */
export interface StoredSession {
  _id: Types.ObjectId;
  personId: Types.ObjectId;
  forceId: Types.ObjectId;
  startedAt: Date;
  /** Not refreshed beyond this instant, however busy. */
  expiresAt: Date;
  endedAt: Date | null;
  /** When MongoDB may forget it, by the server's own clock. */
  purgeAt: Date;
}

/** A refresh token as stored: its digest only. Kept after use, so that a second use is noticed. */
export interface StoredRefreshToken {
  /** SHA-256 of the token, in hexadecimal. */
  _id: string;
  sessionId: Types.ObjectId;
  expiresAt: Date;
  usedAt: Date | null;
  purgeAt: Date;
}

export const SESSION = 'Session';
export const REFRESH_TOKEN = 'RefreshToken';

export const sessionSchema = new Schema<StoredSession>(
  {
    personId: { type: Schema.Types.ObjectId, required: true },
    forceId: { type: Schema.Types.ObjectId, required: true },
    startedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    endedAt: { type: Date, default: null },
    purgeAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'sessions' },
);
// SessionRepository.liveOf: what a suspension or a new password ends.
sessionSchema.index({ personId: 1, endedAt: 1 });
// Forgotten by MongoDB.
sessionSchema.index({ purgeAt: 1 }, { expireAfterSeconds: 0 });
tenant(sessionSchema);

export const refreshTokenSchema = new Schema<StoredRefreshToken>(
  {
    _id: { type: String, required: true },
    sessionId: { type: Schema.Types.ObjectId, required: true },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
    purgeAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'refreshTokens' },
);
// Forgotten by MongoDB.
refreshTokenSchema.index({ purgeAt: 1 }, { expireAfterSeconds: 0 });
national(refreshTokenSchema, 'found by an opaque token, before any force is known; names a session only');
