import type { Language } from '@app/platform/context/request-context.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { AccountStatus } from '../person/person.js';

/**
 * What a request must know about its actor, in one document per person: written in the transaction that changes the
 * person, their roles or their sessions, so that a change acts at the next request. A projection: rebuildable from people,
 * roleGrants and sessions.
 */
export interface StoredAccess {
  /** The person's id. */
  _id: Types.ObjectId;
  forceIds: Types.ObjectId[];
  accountStatus: AccountStatus;
  suspendedIn: Types.ObjectId[];
  language: Language;
  grants: StoredHeld[];
  /** Sessions that ended while an access token of theirs may still be alive, until that token dies. */
  endedSessions: { sessionId: Types.ObjectId; until: Date }[];
}

/** A live grant. */
export interface StoredHeld {
  grantId: Types.ObjectId;
  bundle: string;
  forceId: Types.ObjectId;
  unitId: Types.ObjectId | null;
  from: string;
  to: string | null;
}

export const ACCESS = 'Access';

const held = new Schema(
  {
    grantId: { type: Schema.Types.ObjectId, required: true },
    bundle: { type: String, required: true },
    forceId: { type: Schema.Types.ObjectId, required: true },
    unitId: { type: Schema.Types.ObjectId, default: null },
    from: { type: String, required: true },
    to: { type: String, default: null },
  },
  { _id: false },
);

const ended = new Schema(
  {
    sessionId: { type: Schema.Types.ObjectId, required: true },
    until: { type: Date, required: true },
  },
  { _id: false },
);

export const accessSchema = new Schema<StoredAccess>(
  {
    forceIds: { type: [Schema.Types.ObjectId], required: true },
    accountStatus: { type: String, required: true },
    suspendedIn: { type: [Schema.Types.ObjectId], default: [] },
    language: { type: String, required: true },
    grants: { type: [held], default: [] },
    endedSessions: { type: [ended], default: [] },
  },
  { versionKey: false, collection: 'access' },
);
// AccessReader.of reads by _id, the person: no further index.
tenant(accessSchema, 'forceIds');
