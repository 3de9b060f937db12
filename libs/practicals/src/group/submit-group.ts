import { SubmitForMarking } from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { isUngraded } from '../work/work-rules.js';
import { groupSubmitted } from './events.js';
import { type GroupCase, type GroupId, markedMembers, movedGroup } from './group.js';
import { GroupRepository } from './group.repository.js';
import { responsesOf } from './group-responses.js';
import { MembersAtHandIn } from './members-at-hand-in.js';
import { mustBeWhole } from './membership.js';
import { OwnGroup } from './own-group.js';
import { ReleaseGroup } from './release-group.js';

/** What handing in needs besides the group and its members. */
@Injectable()
export class HandingIn {
  constructor(
    readonly marking: SubmitForMarking,
    readonly release: ReleaseGroup,
    @Inject(Clock) readonly clock: Clock,
  ) {}
}

/**
 * A member hands the case in for everybody who is in the group: at least two (PRA-43), everything written (PRA-48), everybody still
 * enrolled (PRA-45). Its parts go to markers in the same transaction; where nothing is graded it is done at once. Again is the
 * same answer.
 */
@Injectable()
export class SubmitGroup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly own: OwnGroup,
    private readonly groups: GroupRepository,
    private readonly members: MembersAtHandIn,
    private readonly handingIn: HandingIn,
  ) {}

  async execute(ctx: RequestContext, { groupId }: { groupId: GroupId }): Promise<GroupCase> {
    return this.work.run(ctx, async (announce) => {
      const { group: before, membership } = await this.own.load(ctx, groupId);
      if (before.submittedAt !== null) return before;
      const all = await this.members.all(ctx, groupId);
      const present = new Set(markedMembers(all));
      const inGroup = all.filter(({ personId }) => present.has(personId));
      mustBeWhole(before.terms.tasks, before.shared.parts, inGroup);
      const submittedAt = this.handingIn.clock.now();
      const state = movedGroup(before.state, 'SUBMITTED');
      const after = { ...before, state, submittedAt, submittedById: membership.personId };

      const group = await this.groups.save(before, after);
      const members = await this.members.handIn(ctx, inGroup, submittedAt);
      const isGraded = !isUngraded(group.terms);
      if (isGraded)
        for (const responses of responsesOf(group, members))
          await this.handingIn.marking.execute(ctx, responses);

      const { courseCode, componentKey } = group;
      const personIds = members.map(({ personId }) => personId);
      announce(groupSubmitted({ groupId, courseCode, componentKey, personIds }));
      if (isGraded) return group;
      const done = { percent: null, passed: true };
      const results = members.map((each) => ({ membership: each, outcome: done }));
      return this.handingIn.release.execute(ctx, { group, results }, announce);
    });
  }
}
