import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { componentAssessed } from '../events.js';
import type { WorkOutcome } from '../work/work.js';
import { type GroupCase, movedGroup } from './group.js';
import { GroupRepository } from './group.repository.js';
import type { Membership } from './membership.js';
import { MembershipRepository } from './membership.repository.js';

/** One member with what they got. */
export interface MemberResult {
  readonly membership: Membership;
  readonly outcome: WorkOutcome;
}

/** Lets every member know what they got, all in one transaction, and announces each as of the day of handing in (PRA-48). */
@Injectable()
export class ReleaseGroup {
  constructor(
    private readonly groups: GroupRepository,
    private readonly memberships: MembershipRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    { group, results }: { readonly group: GroupCase; readonly results: readonly MemberResult[] },
    announce: Announce,
  ): Promise<GroupCase> {
    const now = this.clock.now();
    const state = movedGroup(movedGroup(group.state, 'MARKED'), 'RELEASED');
    const released = await this.groups.save(group, { ...group, state, releasedAt: now });
    const on = londonDate(group.submittedAt ?? now);
    for (const { membership, outcome } of results) {
      await this.memberships.save(membership, { ...membership, outcome, isOpen: false });
      const { id: sourceId, personId, courseCode, versionId, componentKey } = membership;
      const what = { personId, courseCode, versionId, componentKey, sourceId, on, ...outcome };
      announce(componentAssessed(what, { forceId: ctx.force.forceId }));
    }
    return released;
  }
}
