import { type ReleasedMark, ReleasedMarks } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import type { GroupCase, GroupId } from './group.js';
import { GroupRepository } from './group.repository.js';
import { memberOutcome } from './group-mark.js';
import type { Membership, MembershipId } from './membership.js';
import { MembershipRepository } from './membership.repository.js';
import { type MemberResult, ReleaseGroup } from './release-group.js';

/** What was released: the shared part of a group, or the own part of one of its members. */
export type ReleasedPart =
  | { readonly kind: 'group-shared'; readonly id: GroupId }
  | { readonly kind: 'group-own'; readonly id: MembershipId };

/**
 * Turns released marks into each member's result, once the last mark of the group is released (PRA-44, PRA-48). A group that waits
 * for nothing is left alone, so hearing twice changes nothing; whoever was voided meanwhile is passed over.
 */
@Injectable()
export class CompleteGroup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly groups: GroupRepository,
    private readonly memberships: MembershipRepository,
    private readonly marks: ReleasedMarks,
    private readonly release: ReleaseGroup,
  ) {}

  /** After a part's release; nothing for a part that is not there any more. */
  async execute(ctx: RequestContext, part: ReleasedPart): Promise<void> {
    await this.work.run(ctx, async () => {
      const groupId = part.kind === 'group-shared' ? part.id : await this.groupOf(ctx, part.id);
      if (groupId !== null) await this.ofGroup(ctx, groupId);
    });
  }

  /** The group as it then stands. */
  async ofGroup(ctx: RequestContext, groupId: GroupId): Promise<GroupCase> {
    return this.work.run(ctx, async (announce) => {
      const group = await this.groups.load(ctx.force, groupId);
      if (group.state !== 'SUBMITTED') return group;
      const members = await this.memberships.ofGroup(ctx.force, groupId);
      const counting = members.filter(
        ({ submittedAt, voidedAt }) => submittedAt !== null && voidedAt === null,
      );
      const results = await this.results(ctx, group, counting);
      return results === null ? group : this.release.execute(ctx, { group, results }, announce);
    });
  }

  private async groupOf(ctx: RequestContext, id: MembershipId): Promise<GroupId | null> {
    return (await this.memberships.byId(ctx.force, id))?.groupId ?? null;
  }

  /** What each member got; null while a mark is missing. Nobody's, when nobody is left. */
  private async results(
    ctx: RequestContext,
    group: GroupCase,
    counting: readonly Membership[],
  ): Promise<MemberResult[] | null> {
    if (counting.length === 0) return [];
    const shared = await this.marks.ofSource(ctx.force, { kind: 'group-shared', id: group.id });
    if (shared === null) return null;
    const { weights, passPercent } = group.terms;
    const results: MemberResult[] = [];
    for (const membership of counting) {
      const own = await this.marks.ofSource(ctx.force, { kind: 'group-own', id: membership.id });
      if (own === null) return null;
      const marks = { shared: inAll(shared), own: inAll(own) };
      results.push({ membership, outcome: memberOutcome(marks, weights, passPercent) });
    }
    return results;
  }
}

/** Marks of several tasks in one: multiples of 0.25, whose sums are exact. */
function inAll(marks: readonly ReleasedMark[]): ReleasedMark {
  return {
    awarded: marks.reduce((total, { awarded }) => total + awarded, 0),
    outOf: marks.reduce((total, { outOf }) => total + outOf, 0),
  };
}
