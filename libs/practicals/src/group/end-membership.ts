import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { authorOf } from '../work/work-ground.js';
import { groupLeft } from './events.js';
import { type GroupCase, type GroupId, type MemberState, withMemberOut } from './group.js';
import { GroupRepository } from './group.repository.js';
import { manages } from './group-ground.js';
import { MembershipRepository } from './membership.repository.js';
import { groupPermissions } from './permissions.js';

type Why = Exclude<MemberState, 'IN'>;

/** Takes somebody out of a group before it is handed in (PRA-42), in a unit of work. Whoever held the shared part's pen loses it. */
@Injectable()
export class EndMembership {
  constructor(
    private readonly work: UnitOfWork,
    private readonly groups: GroupRepository,
    private readonly memberships: MembershipRepository,
  ) {}

  async execute(
    ctx: RequestContext,
    group: GroupCase,
    of: { personId: PersonId; why: Why },
  ): Promise<GroupCase> {
    const { personId, why } = of;
    return this.work.run(ctx, async (announce) => {
      const members = await this.memberships.ofGroup(ctx.force, group.id);
      const before = found(members.find((member) => member.personId === personId) ?? null);
      if (before.state === why) return group;
      withMemberOut({ state: group.state, members }, personId, why);

      await this.memberships.save(before, { ...before, state: why, isOpen: false });
      const saved = await this.groups.save(group, { ...group, shared: { ...group.shared, writer: newId() } });

      const { id: groupId, courseCode, componentKey } = group;
      announce(groupLeft({ groupId, courseCode, componentKey, personId, why }));
      return saved;
    });
  }
}

/** Leaves one's own group before it is handed in (PRA-42): not marked, and no fail. Again is the same answer. */
@Injectable()
export class LeaveGroup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly groups: GroupRepository,
    private readonly end: EndMembership,
  ) {}

  async execute(ctx: RequestContext, { groupId }: { groupId: GroupId }): Promise<GroupCase> {
    const personId = authorOf(ctx);
    return this.work.run(ctx, async () => {
      const group = await this.groups.load(ctx.force, groupId);
      return this.end.execute(ctx, group, { personId, why: 'LEFT' });
    });
  }
}

export interface RemoveGroupMemberInput {
  readonly groupId: GroupId;
  readonly personId: PersonId;
  /** Absent may come back by the code; whoever is removed does not. */
  readonly why: 'ABSENT' | 'REMOVED';
}

/** A lead takes somebody out of a group that they manage, before it is handed in (PRA-42). Again is the same answer. */
@Injectable()
export class RemoveGroupMember {
  constructor(
    private readonly work: UnitOfWork,
    private readonly groups: GroupRepository,
    private readonly end: EndMembership,
  ) {}

  async execute(ctx: RequestContext, { groupId, ...out }: RemoveGroupMemberInput): Promise<GroupCase> {
    return this.work.run(ctx, async () => {
      const group = await this.groups.load(ctx.force, groupId);
      found(manages(ctx, groupPermissions.removeMember, group) ? group : null);
      return this.end.execute(ctx, group, out);
    });
  }
}
