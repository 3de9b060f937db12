import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { GroupId } from './group.js';
import { GroupGround } from './group-ground.js';
import type { Membership } from './membership.js';
import { MembershipRepository } from './membership.repository.js';
import { refusal } from './refusals.js';

/** The members of a group at the moment in which its case is handed in. */
@Injectable()
export class MembersAtHandIn {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly ground: GroupGround,
  ) {}

  /** Everybody who is or was in the group. */
  async all(ctx: RequestContext, groupId: GroupId): Promise<Membership[]> {
    return this.memberships.ofGroup(ctx.force, groupId);
  }

  /** Hands in with these members, on the version that each is on now; refuses whoever's enrolment is another by now (PRA-45). */
  async handIn(
    ctx: RequestContext,
    members: readonly Membership[],
    submittedAt: Date,
  ): Promise<Membership[]> {
    const handedIn: Membership[] = [];
    for (const before of members) {
      const { courseCode, personId, enrolmentId } = before;
      const { id, versionId } = await this.ground.enrolment(ctx, personId, courseCode);
      if (id !== enrolmentId) throw refusal('GROUP_NOT_ENROLLED', { facts: { courseCode } });
      const after = { ...before, versionId, submittedAt };
      await this.memberships.save(before, after);
      handedIn.push({ ...after, revision: before.revision + 1 });
    }
    return handedIn;
  }
}
