import { reachOf } from '@app/identity';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { GroupCase, GroupId } from './group.js';
import { GROUP_CASE, groupOf, type StoredGroup } from './group.schema.js';
import { manages } from './group-ground.js';
import type { Membership, MembershipId } from './membership.js';
import { GROUP_MEMBERSHIP, membershipOf, type StoredMembership } from './membership.schema.js';
import { groupPermissions } from './permissions.js';

/** A group as one of its members has it. */
export interface OwnGroupView {
  readonly group: GroupCase;
  readonly membership: Membership;
}

const MOST_PROPOSALS = 200;

/** Reads groups: for their members everything but what others wrote for themselves, for leads who is in them and how they stand. */
@Injectable()
export class GroupReader {
  constructor(
    @InjectModel(GROUP_CASE) private readonly groups: Model<StoredGroup>,
    @InjectModel(GROUP_MEMBERSHIP) private readonly memberships: Model<StoredMembership>,
  ) {}

  /** A group that the acting person is or was in; any other is NOT_FOUND. */
  async ownById(ctx: RequestContext, id: GroupId): Promise<OwnGroupView> {
    const filter = { ...this.own(ctx), groupId: objectId(id) };
    const membership = membershipOf(found(await this.memberships.findOne(filter).lean<StoredMembership>()));
    return { group: found((await this.byIds(ctx, [id])).get(id) ?? null), membership };
  }

  /** A page of the groups that the acting person is or was in, newest first. */
  async ownPage(ctx: RequestContext, request: ListRequest): Promise<ListPage<OwnGroupView>> {
    const wanted = this.own(ctx);
    const after = request.after === null ? {} : { _id: { $lt: objectId(request.after as MembershipId) } };
    const stored = await this.memberships
      .find({ ...wanted, ...after })
      .sort({ _id: -1 })
      .limit(request.limit)
      .lean<StoredMembership[]>();
    const memberships = stored.map(membershipOf);
    const groups = await this.byIds(
      ctx,
      memberships.map(({ groupId }) => groupId),
    );
    const rows = memberships.map((membership) => ({
      membership,
      group: found(groups.get(membership.groupId) ?? null),
    }));
    const totalCount = await this.memberships.countDocuments(wanted);
    return { rows, totalCount, keyOf: ({ membership }) => membership.id };
  }

  /** A group that the acting lead manages; any other is NOT_FOUND. */
  async ledById(ctx: RequestContext, id: GroupId): Promise<GroupCase> {
    const group = found((await this.byIds(ctx, [id])).get(id) ?? null);
    return found(manages(ctx, groupPermissions.read, group) ? group : null);
  }

  /** A page of the groups that the acting lead manages, newest first: all of the force, or those that they formed. */
  async ledPage(ctx: RequestContext, request: ListRequest): Promise<ListPage<GroupCase>> {
    const all = reachOf(ctx, groupPermissions.read) === 'force';
    const formed = all ? {} : { formedById: objectId(found(actingPerson(ctx))) };
    const wanted = { forceId: objectId(ctx.force.forceId), ...formed };
    const after = request.after === null ? {} : { _id: { $lt: objectId(request.after as GroupId) } };
    const rows = await this.groups
      .find({ ...wanted, ...after })
      .sort({ _id: -1 })
      .limit(request.limit)
      .lean<StoredGroup[]>();
    const totalCount = await this.groups.countDocuments(wanted);
    return { rows: rows.map(groupOf), totalCount, keyOf: ({ id }) => id };
  }

  /** Everybody who is or was in these groups, by group, in the order in which they joined. */
  async membersOf(ctx: RequestContext, groupIds: readonly GroupId[]): Promise<Map<GroupId, Membership[]>> {
    const stored = await this.memberships
      .find({ forceId: objectId(ctx.force.forceId), groupId: { $in: groupIds.map(objectId) } })
      .lean<StoredMembership[]>();
    const all = stored.map(membershipOf).sort((one, other) => (one.id < other.id ? -1 : 1));
    return Map.groupBy(all, ({ groupId }) => groupId);
  }

  /** The members about whom a proposal waits for a second person, earliest first; at most 200. */
  async proposals(ctx: RequestContext): Promise<Membership[]> {
    const stored = await this.memberships
      .find({ forceId: objectId(ctx.force.forceId), 'proposal.at': { $exists: true } })
      .sort({ 'proposal.at': 1 })
      .limit(MOST_PROPOSALS)
      .lean<StoredMembership[]>();
    return stored.map(membershipOf);
  }

  private async byIds(ctx: RequestContext, ids: readonly GroupId[]): Promise<Map<GroupId, GroupCase>> {
    const filter = { forceId: objectId(ctx.force.forceId), _id: { $in: ids.map(objectId) } };
    const groups = (await this.groups.find(filter).lean<StoredGroup[]>()).map(groupOf);
    return new Map(groups.map((group) => [group.id, group]));
  }

  private own(ctx: RequestContext) {
    const personId = objectId(found(actingPerson(ctx)));
    return { forceId: objectId(ctx.force.forceId), personId };
  }
}
