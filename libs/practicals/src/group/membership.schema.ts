import type { VersionId } from '@app/catalogue';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import type { EnrolmentId } from '@app/progress';
import { Schema, type Types } from 'mongoose';
import type { GroupId } from './group.js';
import type { Membership, MembershipId } from './membership.js';

export const GROUP_MEMBERSHIP = 'GroupMembership';

type Ids = 'forceId' | 'groupId' | 'personId' | 'enrolmentId' | 'versionId';

/** A membership as the database holds it. */
export interface StoredMembership extends Omit<Membership, 'id' | Ids>, Record<Ids, Types.ObjectId> {
  _id: Types.ObjectId;
}

const { Mixed, ObjectId } = Schema.Types;

export const membershipSchema = new Schema<StoredMembership>(
  {
    forceId: { type: ObjectId, required: true, immutable: true },
    groupId: { type: ObjectId, required: true, immutable: true },
    personId: { type: ObjectId, required: true, immutable: true },
    enrolmentId: { type: ObjectId, required: true, immutable: true },
    courseCode: { type: String, required: true, immutable: true },
    versionId: { type: ObjectId, required: true },
    componentKey: { type: String, required: true, immutable: true },
    joinedAt: { type: Date, required: true, immutable: true },
    state: { type: String, required: true },
    isOpen: { type: Boolean, required: true },
    own: { type: Mixed, required: true },
    submittedAt: { type: Date, default: null },
    outcome: { type: Mixed, default: null },
    proposal: { type: Mixed, default: null },
    decision: { type: Mixed, default: null },
    voidedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, collection: 'groupMemberships' },
);
// MembershipRepository.ofGroup and .load; unique, so that somebody who joins twice is one member.
membershipSchema.index({ forceId: 1, groupId: 1, personId: 1 }, { unique: true });
// MembershipRepository.ofEnrolment, first to last.
membershipSchema.index({ forceId: 1, enrolmentId: 1, componentKey: 1, _id: 1 });
// Unique, so that nobody is in two groups of a component at once, whatever happens at the same moment (PRA-46).
membershipSchema.index(
  { forceId: 1, enrolmentId: 1, componentKey: 1 },
  { unique: true, partialFilterExpression: { isOpen: true }, name: 'one group at a time' },
);
// GroupReader.own: a person's, newest first.
membershipSchema.index({ forceId: 1, personId: 1, _id: -1 });
// GroupReader.proposals: those that wait, earliest first.
membershipSchema.index(
  { forceId: 1, 'proposal.at': 1 },
  { partialFilterExpression: { 'proposal.at': { $exists: true } }, name: 'proposals that wait' },
);
tenant(membershipSchema);

/** The membership as the code knows it. */
export function membershipOf(stored: StoredMembership): Membership {
  const { _id, forceId, groupId, personId, enrolmentId, versionId, ...rest } = stored;
  return {
    ...rest,
    id: idOf<MembershipId>(_id),
    forceId: idOf<ForceId>(forceId),
    groupId: idOf<GroupId>(groupId),
    personId: idOf<PersonId>(personId),
    enrolmentId: idOf<EnrolmentId>(enrolmentId),
    versionId: idOf<VersionId>(versionId),
  };
}

/** The membership as the database holds it. */
export function storedMembership(membership: Membership): StoredMembership {
  const { id, forceId, groupId, personId, enrolmentId, versionId, ...rest } = membership;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    groupId: objectId(groupId),
    personId: objectId(personId),
    enrolmentId: objectId(enrolmentId),
    versionId: objectId(versionId),
  };
}
