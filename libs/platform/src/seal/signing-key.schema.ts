import { Schema } from 'mongoose';
import { national } from '../mongo/tenancy.js';

/** A key that this installation signs with, or once did: its public half, which is never forgotten. */
export interface StoredSigningKey {
  /** The key's id. */
  _id: string;
  /** SubjectPublicKeyInfo (RFC 8410), base64url. */
  publicKey: string;
  since: Date;
}

export const SIGNING_KEY = 'SigningKey';

export const signingKeySchema = new Schema<StoredSigningKey>(
  {
    _id: { type: String, required: true },
    publicKey: { type: String, required: true },
    since: { type: Date, required: true },
  },
  { versionKey: false, collection: 'signingKeys' },
);
// Read whole: there is one for each time the secret was changed.
national(signingKeySchema, 'keys prove what left the installation, for every force');
