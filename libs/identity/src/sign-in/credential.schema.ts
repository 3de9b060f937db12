import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/** A person's password as stored: argon2id, apart from the person, so that no read of people can give it away. */
export interface StoredCredential {
  /** The person's id. */
  _id: Types.ObjectId;
  passwordHash: string;
  changedAt: Date;
}

export const CREDENTIAL = 'Credential';

export const credentialSchema = new Schema<StoredCredential>(
  {
    passwordHash: { type: String, required: true },
    changedAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'credentials' },
);
// CredentialRepository reads by _id, the person: no further index.
national(credentialSchema, 'an account’s own secret, read by sign-in before any force is known');
