import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/** An invitation as stored. */
export interface StoredInvitation {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  invitedAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  replacedAt: Date | null;
}

export const INVITATION = 'Invitation';

export const invitationSchema = new Schema<StoredInvitation>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    invitedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
    replacedAt: { type: Date, default: null },
  },
  { versionKey: false, collection: 'invitations' },
);
// InvitationRepository.latest and replaceAll: the open invitation of a person; unique, so that there is never more than one.
invitationSchema.index(
  { personId: 1 },
  { unique: true, partialFilterExpression: { usedAt: null, replacedAt: null } },
);
// ExpiredRepository.forgetInvitations.
invitationSchema.index({ expiresAt: 1 });
tenant(invitationSchema);
