import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { Bundle } from '../access/bundles.js';

/** A role grant as stored. */
export interface StoredRoleGrant {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  bundle: Bundle;
  unitId: Types.ObjectId | null;
  from: string;
  to: string | null;
  revokedAt: Date | null;
}

export const ROLE_GRANT = 'RoleGrant';

export const roleGrantSchema = new Schema<StoredRoleGrant>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    bundle: { type: String, required: true },
    unitId: { type: Schema.Types.ObjectId, default: null },
    from: { type: String, required: true },
    to: { type: String, default: null },
    revokedAt: { type: Date, default: null },
  },
  { versionKey: false, collection: 'roleGrants' },
);
// RoleGrantReader.ofPeople and RoleGrantRepository.live: unique while not revoked, so that granting again adds nothing.
roleGrantSchema.index(
  { forceId: 1, personId: 1, bundle: 1, unitId: 1, from: 1 },
  { unique: true, partialFilterExpression: { revokedAt: null } },
);
// RoleGrantReader.holdersOf.
roleGrantSchema.index({ forceId: 1, bundle: 1, unitId: 1 }, { partialFilterExpression: { revokedAt: null } });
tenant(roleGrantSchema);
