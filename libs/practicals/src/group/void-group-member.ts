import { WithdrawResponses } from '@app/assessment';
import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { authorOf } from '../work/work-ground.js';
import { CompleteGroup } from './complete-group.js';
import { groupMemberVoided, groupVoidProposed, groupVoidRefused } from './events.js';
import type { GroupId } from './group.js';
import type { Membership } from './membership.js';
import { MembershipRepository } from './membership.repository.js';
import { groupPermissions } from './permissions.js';
import { refusal } from './refusals.js';

const SHORTEST_REASON = 10;
const LONGEST_REASON = 2000;

interface OfMember {
  readonly groupId: GroupId;
  readonly personId: PersonId;
}

export interface ProposeGroupVoidInput extends OfMember {
  /** 10–2,000 characters, kept in the erasable record. */
  readonly reason: string;
}

/**
 * Proposes that what one member handed in shall not count; the others' does (PRA-49). Nothing changes until a second person
 * confirms. The same proposal again is the one that waits.
 */
@Injectable()
export class ProposeGroupVoid {
  constructor(
    private readonly work: UnitOfWork,
    private readonly memberships: MembershipRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ProposeGroupVoidInput): Promise<Membership> {
    mustBeAllowed(ctx, groupPermissions.proposeVoid, { forceWide: true });
    const byId = authorOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const members = await this.memberships.ofGroup(ctx.force, input.groupId);
      const before = found(members.find(({ personId }) => personId === input.personId) ?? null);
      mustBeOutside(byId, members);
      const reason = checkedReason(input.reason);
      if (before.submittedAt === null) throw refusal('GROUP_NOT_SUBMITTED', { field: 'personId' });
      if (before.voidedAt !== null) return before;
      if (before.proposal !== null) return theSame(before, { byId, reason });
      const after = { ...before, proposal: { byId, at: this.clock.now(), reason } };

      await this.memberships.save(before, after);

      announce(groupVoidProposed(factsOf(before), { payload: { reason } }));
      return after;
    });
  }
}

export interface DecideGroupVoidInput extends OfMember {
  /** True: the member's result does not count. False: it does. */
  readonly confirm: boolean;
}

/**
 * The second person decides whether one member's result counts (PRA-49): neither the proposer nor anybody of the group. What of
 * theirs waits for markers leaves their desks; if that was the last to wait for, the others get their results. The same decision
 * again is the same answer.
 */
@Injectable()
export class DecideGroupVoid {
  constructor(
    private readonly work: UnitOfWork,
    private readonly memberships: MembershipRepository,
    private readonly responses: WithdrawResponses,
    private readonly complete: CompleteGroup,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    { groupId, personId, confirm }: DecideGroupVoidInput,
  ): Promise<Membership> {
    mustBeAllowed(ctx, groupPermissions.decideVoid, { forceWide: true });
    const byId = authorOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const members = await this.memberships.ofGroup(ctx.force, groupId);
      const before = found(members.find((member) => member.personId === personId) ?? null);
      mustBeOutside(byId, members);
      if (isDecided(before, byId, confirm)) return before;
      const at = this.clock.now();
      const decided: Membership = { ...before, proposal: null, decision: { byId, at, confirmed: confirm } };
      const after: Membership = confirm ? { ...decided, voidedAt: at, isOpen: false } : decided;

      await this.memberships.save(before, after);
      if (confirm) await this.letGo(ctx, after, members);

      announce(confirm ? voided(before) : groupVoidRefused(factsOf(before)));
      return after;
    });
  }

  /** The member's own parts leave the markers' desks, the shared ones too when nobody else's result waits for them. */
  private async letGo(
    ctx: RequestContext,
    { id, groupId }: Membership,
    members: readonly Membership[],
  ): Promise<void> {
    await this.responses.execute(ctx, { kind: 'group-own', id });
    const counts = (each: Membership) =>
      each.submittedAt !== null && each.voidedAt === null && each.id !== id;
    if (!members.some(counts)) await this.responses.execute(ctx, { kind: 'group-shared', id: groupId });
    await this.complete.ofGroup(ctx, groupId);
  }
}

/** Whether the same person decided the same already; refuses where nothing waits, and the proposer. */
function isDecided({ proposal, decision }: Membership, byId: PersonId, confirm: boolean): boolean {
  if (proposal?.byId === byId) throw refusal('GROUP_OWN_VOID');
  if (proposal !== null) return false;
  if (decision?.byId === byId && decision.confirmed === confirm) return true;
  throw refusal('GROUP_VOID_NOT_PROPOSED', { field: 'personId' });
}

/** PRA-49: nobody of the group decides about one of its members. */
function mustBeOutside(byId: PersonId, members: readonly Membership[]): void {
  if (members.some(({ personId }) => personId === byId)) throw refusal('GROUP_OWN_VOID');
}

function checkedReason(reason: string): string {
  const text = reason.trim();
  if (text.length < SHORTEST_REASON || text.length > LONGEST_REASON)
    throw refusal('GROUP_VOID_REASON_MISSING', { field: 'reason' });
  return text;
}

function theSame(waiting: Membership, now: { byId: PersonId; reason: string }): Membership {
  const { proposal } = waiting;
  if (proposal?.byId !== now.byId || proposal.reason !== now.reason) throw refusal('GROUP_VOID_PROPOSED');
  return waiting;
}

function factsOf({ groupId, personId, courseCode, componentKey }: Membership) {
  return { groupId, personId, courseCode, componentKey };
}

function voided(before: Membership) {
  const { versionId, id: sourceId, outcome } = before;
  return groupMemberVoided({ ...factsOf(before), versionId, sourceId, wasPassed: outcome?.passed === true });
}
