import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import type { EnrolmentId } from '@app/progress';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { GroupId } from './group.js';
import type { GroupWrite } from './group.repository.js';
import type { Membership, MembershipId } from './membership.js';
import {
  GROUP_MEMBERSHIP,
  membershipOf,
  type StoredMembership,
  storedMembership,
} from './membership.schema.js';

/** Loads memberships and saves them. */
@Injectable()
export class MembershipRepository {
  constructor(@InjectModel(GROUP_MEMBERSHIP) private readonly memberships: Model<StoredMembership>) {}

  /** The person's membership of the group, or NOT_FOUND. */
  async load(scope: ForceScope, groupId: GroupId, personId: PersonId): Promise<Membership> {
    const filter = {
      ...{ forceId: objectId(scope.forceId), groupId: objectId(groupId) },
      personId: objectId(personId),
    };
    return membershipOf(found(await this.memberships.findOne(filter).lean<StoredMembership>()));
  }

  /** The membership of that id; null when this force has none such. */
  async byId(scope: ForceScope, id: MembershipId): Promise<Membership | null> {
    const filter = { _id: objectId(id), forceId: objectId(scope.forceId) };
    const stored = await this.memberships.findOne(filter).lean<StoredMembership>();
    return stored === null ? null : membershipOf(stored);
  }

  /** Everybody who is or was in the group, in the order in which they joined. */
  async ofGroup(scope: ForceScope, groupId: GroupId): Promise<Membership[]> {
    const stored = await this.memberships
      .find({ forceId: objectId(scope.forceId), groupId: objectId(groupId) })
      .lean<StoredMembership[]>();
    return stored.map(membershipOf).sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** The memberships of an enrolment for a component, first to last. */
  async ofEnrolment(
    scope: ForceScope,
    enrolmentId: EnrolmentId,
    componentKey: string,
  ): Promise<Membership[]> {
    const stored = await this.memberships
      .find({ forceId: objectId(scope.forceId), enrolmentId: objectId(enrolmentId), componentKey })
      .sort({ _id: 1 })
      .lean<StoredMembership[]>();
    return stored.map(membershipOf);
  }

  /** Adds a membership. A second one at once fails as a duplicate key. */
  async add(membership: Membership): Promise<void> {
    await this.memberships.create([storedMembership(membership)]);
  }

  /** Saves what moves of a membership as it was read; CONFLICT when it was saved meanwhile. */
  async save(before: Membership, after: Membership): Promise<void> {
    const stored = storedMembership(after);
    const { _id, forceId, versionId, state, isOpen, own, submittedAt } = stored;
    const { outcome, proposal, decision, voidedAt } = stored;
    const moved = { versionId, state, isOpen, own, submittedAt, outcome, proposal, decision, voidedAt };
    const saved = await this.memberships.updateOne(
      { _id, forceId, revision: before.revision, 'own.sequence': before.own.sequence },
      { $set: { ...moved, revision: before.revision + 1 } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }

  /** Gives the member's own part to another window of theirs; CONFLICT when the case was handed in meanwhile. */
  async takeUp({ id, forceId }: Membership, writer: string): Promise<void> {
    const filter = { _id: objectId(id), forceId: objectId(forceId), state: 'IN' as const, submittedAt: null };
    const saved = await this.memberships.updateOne(filter, { $set: { 'own.writer': writer } });
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }

  /** PRA-47: saves the member's own part by one conditional update; false when any condition failed, and nothing was changed then. */
  async saveOwn({ id, forceId }: Membership, write: GroupWrite): Promise<boolean> {
    const { writer, sequence, parts, now } = write;
    const saved = await this.memberships.updateOne(
      {
        ...{ _id: objectId(id), forceId: objectId(forceId), state: 'IN', submittedAt: null },
        ...{ 'own.writer': writer, 'own.sequence': { $lt: sequence } },
      },
      { $set: { own: { writer, sequence, parts, savedAt: now } } },
    );
    return saved.modifiedCount === 1;
  }
}
