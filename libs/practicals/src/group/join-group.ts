import type { RequestContext } from '@app/platform/context/request-context.js';
import { isDuplicateKey, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { authorOf } from '../work/work-ground.js';
import { AdmitMember } from './admit-member.js';
import { groupJoined } from './events.js';
import type { GroupCase } from './group.js';
import { GroupRepository } from './group.repository.js';
import { MembershipRepository } from './membership.repository.js';
import { refusal } from './refusals.js';

export interface JoinGroupInput {
  /** As the group's members and its lead see it; spaces and small letters are taken too. */
  readonly joinCode: string;
}

/**
 * Joins a group of one's own force by its code, before it is handed in (PRA-42, PRA-45, PRA-46). NOT_FOUND for a code that names
 * none. Again is the same answer.
 */
@Injectable()
export class JoinGroup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly groups: GroupRepository,
    private readonly memberships: MembershipRepository,
    private readonly admit: AdmitMember,
  ) {}

  async execute(ctx: RequestContext, input: JoinGroupInput): Promise<GroupCase> {
    try {
      return await this.join(ctx, input);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.join(ctx, input);
    }
  }

  private async join(ctx: RequestContext, { joinCode }: JoinGroupInput): Promise<GroupCase> {
    const personId = authorOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const group = await this.groups.byCode(ctx.force, joinCode.replace(/\s/g, '').toUpperCase());
      const members = await this.memberships.ofGroup(ctx.force, group.id);
      if (members.some((member) => member.personId === personId && member.state === 'IN')) return group;
      if (group.state !== 'FORMED') throw refusal('GROUP_SUBMITTED', { field: 'joinCode' });

      await this.admit.execute(ctx, group, personId);
      const joined = await this.groups.save(group, group);

      const { id: groupId, courseCode, componentKey } = group;
      announce(groupJoined({ groupId, courseCode, componentKey, personId }));
      return joined;
    });
  }
}
