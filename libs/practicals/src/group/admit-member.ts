import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { Inject, Injectable } from '@nestjs/common';
import { type GroupCase, type GroupDraft, MOST_MEMBERS } from './group.js';
import { GroupGround } from './group-ground.js';
import { type Membership, type MembershipId, mayJoin } from './membership.js';
import { MembershipRepository } from './membership.repository.js';
import { refusal } from './refusals.js';

/** Nothing written yet, and nobody writing. */
export function emptyDraft(): GroupDraft {
  return { writer: newId(), sequence: 0, parts: [], savedAt: null };
}

/**
 * Puts somebody into a group, in the caller's unit of work: enrolled (PRA-45), in no other group, and with attempts left (PRA-46).
 * Whoever left comes back to what they had written; whoever was removed does not come back.
 */
@Injectable()
export class AdmitMember {
  constructor(
    private readonly ground: GroupGround,
    private readonly memberships: MembershipRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, group: GroupCase, personId: PersonId): Promise<Membership> {
    const at = this.clock.now();
    const { id: groupId, forceId, courseCode, componentKey } = group;
    const enrolment = await this.ground.enrolment(ctx, personId, courseCode);
    const { id: enrolmentId, versionId } = enrolment;
    const limits = await this.ground.limits(ctx, group, { enrolment, at });
    const earlier = await this.memberships.ofEnrolment(ctx.force, enrolmentId, componentKey);
    const others = earlier.filter((each) => each.groupId !== groupId);
    mayJoin(others, limits, at);
    const members = await this.memberships.ofGroup(ctx.force, groupId);
    const before = members.find((each) => each.personId === personId);
    if (before?.state === 'IN') return before;
    if (before?.state === 'REMOVED') throw refusal('GROUP_REMOVED');
    if (members.filter(({ state }) => state === 'IN').length >= MOST_MEMBERS)
      throw refusal('GROUP_FULL', { facts: { most: MOST_MEMBERS } });
    if (before !== undefined) {
      const back: Membership = { ...before, versionId, state: 'IN', isOpen: true };
      await this.memberships.save(before, back);
      return back;
    }
    const added: Membership = {
      ...{ id: newId<MembershipId>(), forceId, groupId, personId, enrolmentId, courseCode, versionId },
      ...{ componentKey, joinedAt: at, state: 'IN', isOpen: true, own: emptyDraft(), submittedAt: null },
      ...{ outcome: null, proposal: null, decision: null, voidedAt: null, revision: 0 },
    };
    await this.memberships.add(added);
    return added;
  }
}
