import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { GroupCase } from './group.js';
import { GroupRepository } from './group.repository.js';
import { GroupGround } from './group-ground.js';
import { MembershipRepository } from './membership.repository.js';

/** Recognises a group that is formed a second time. */
@Injectable()
export class KnownGroup {
  constructor(
    private readonly groups: GroupRepository,
    private readonly memberships: MembershipRepository,
    private readonly ground: GroupGround,
  ) {}

  /** The group that the acting lead formed of exactly these people and that is still open; null when there is none. */
  async ofSame(
    ctx: RequestContext,
    wanted: {
      readonly courseCode: string;
      readonly componentKey: string;
      readonly personIds: readonly PersonId[];
    },
  ): Promise<GroupCase | null> {
    const [first] = wanted.personIds;
    if (first === undefined) return null;
    const enrolment = await this.ground.enrolment(ctx, first, wanted.courseCode);
    const of = await this.memberships.ofEnrolment(ctx.force, enrolment.id, wanted.componentKey);
    const open = of.find(({ isOpen }) => isOpen);
    if (open === undefined) return null;
    const group = await this.groups.load(ctx.force, open.groupId);
    if (group.state !== 'FORMED' || group.formedById !== (actingPerson(ctx) ?? null)) return null;
    const members = (await this.memberships.ofGroup(ctx.force, group.id)).filter(
      ({ state }) => state === 'IN',
    );
    const there = new Set(members.map(({ personId }) => personId));
    const isSame = there.size === wanted.personIds.length && wanted.personIds.every((id) => there.has(id));
    return isSame ? group : null;
  }
}
