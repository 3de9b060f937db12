import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import type { GroupDraft, GroupId } from './group.js';
import { GroupRepository } from './group.repository.js';
import { MembershipRepository } from './membership.repository.js';
import { OwnGroup } from './own-group.js';
import { refusal } from './refusals.js';

export interface TakeUpGroupPartInput {
  readonly groupId: GroupId;
  /** The part that all write together, or one's own. */
  readonly shared: boolean;
}

/**
 * Takes a part up in this window: whoever had it writes it no more (PRA-47). Nothing is announced: a draft decides nothing. Gives
 * what is written so far, with the key to write on.
 */
@Injectable()
export class TakeUpGroupPart {
  constructor(
    private readonly own: OwnGroup,
    private readonly groups: GroupRepository,
    private readonly memberships: MembershipRepository,
  ) {}

  async execute(ctx: RequestContext, { groupId, shared }: TakeUpGroupPartInput): Promise<GroupDraft> {
    const { group, membership } = await this.own.load(ctx, groupId);
    if (group.state !== 'FORMED') throw refusal('GROUP_SUBMITTED', { field: 'groupId' });
    const writer = newId();
    if (shared) await this.groups.takeUp(ctx.force, groupId, writer);
    else await this.memberships.takeUp(membership, writer);
    const after = await this.own.load(ctx, groupId);
    return { ...(shared ? after.group.shared : after.membership.own), writer };
  }
}
