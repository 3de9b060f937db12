import { national } from '@app/platform/mongo/tenancy.js';
import { Schema } from 'mongoose';

/** How often something was tried in a window of time. The key is a digest: it gives no address or account away. */
export interface StoredAttempts {
  _id: string;
  count: number;
  /** When the window ends, and the count with it. */
  until: Date;
  /** When MongoDB may forget it, by the server's own clock. */
  purgeAt: Date;
}

export const ATTEMPTS = 'SignInAttempts';

export const attemptsSchema = new Schema<StoredAttempts>(
  {
    _id: { type: String, required: true },
    count: { type: Number, required: true },
    until: { type: Date, required: true },
    purgeAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'signInAttempts' },
);
// Forgotten by MongoDB.
attemptsSchema.index({ purgeAt: 1 }, { expireAfterSeconds: 0 });
national(attemptsSchema, 'counters by digest; holds no record of anybody');
