import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { authorOf } from '../work/work-ground.js';
import type { GroupCase, GroupId } from './group.js';
import { GroupRepository } from './group.repository.js';
import type { Membership } from './membership.js';
import { MembershipRepository } from './membership.repository.js';
import { refusal } from './refusals.js';

/** Loads a group for one of its members who is about to write in it. */
@Injectable()
export class OwnGroup {
  constructor(
    private readonly groups: GroupRepository,
    private readonly memberships: MembershipRepository,
  ) {}

  /** The group and the acting person's membership; NOT_FOUND for whoever never was in it, a refusal for whoever is out (PRA-42). */
  async load(ctx: RequestContext, groupId: GroupId): Promise<{ group: GroupCase; membership: Membership }> {
    const membership = await this.memberships.load(ctx.force, groupId, authorOf(ctx));
    if (membership.state !== 'IN') throw refusal('GROUP_NOT_A_MEMBER', { field: 'groupId' });
    return { group: await this.groups.load(ctx.force, groupId), membership };
  }
}
