import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { AuthorityGround, AuthorityState } from './authority.js';

/** A record of authority as stored. Never changed after insertion. */
export interface StoredAuthority {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  certificationCode: string;
  state: AuthorityState;
  from: string;
  to: string | null;
  by: Types.ObjectId | null;
  ground: AuthorityGround;
  sourceId: string | null;
  recordedAt: Date;
}

export const AUTHORITY = 'AuthorityRecord';

const fixed = { required: true, immutable: true } as const;

export const authoritySchema = new Schema<StoredAuthority>(
  {
    forceId: { type: Schema.Types.ObjectId, ...fixed },
    personId: { type: Schema.Types.ObjectId, ...fixed },
    certificationCode: { type: String, ...fixed },
    state: { type: String, ...fixed },
    from: { type: String, ...fixed },
    to: { type: String, default: null, immutable: true },
    by: { type: Schema.Types.ObjectId, default: null, immutable: true },
    ground: { type: String, ...fixed },
    sourceId: { type: String, default: null, immutable: true },
    recordedAt: { type: Date, ...fixed },
  },
  { versionKey: false, collection: 'authorityRecords' },
);
// AuthorityReader.of, ofPerson and ofPeople.
authoritySchema.index({ forceId: 1, personId: 1, certificationCode: 1 });
// AuthorityRepository.bySource: unique, so that a rule acts once on one award or attempt, however often it hears of it.
authoritySchema.index(
  { forceId: 1, personId: 1, certificationCode: 1, ground: 1, sourceId: 1 },
  { unique: true, partialFilterExpression: { sourceId: { $type: 'string' } } },
);
tenant(authoritySchema);
