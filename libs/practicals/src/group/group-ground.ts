import { AdjustmentsOf } from '@app/assessment';
import { PeopleReader, PostingReader, reachOf } from '@app/identity';
import { holdsOn, londonDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { type Enrolment, EnrolmentReader } from '@app/progress';
import { Injectable } from '@nestjs/common';
import { BriefReader } from '../brief/brief.reader.js';
import type { GroupCase, GroupTerms } from './group.js';
import { checkWeights } from './group-mark.js';
import { groupPermissions } from './permissions.js';
import { refusal } from './refusals.js';

/** Everything that forming and joining a group depends on, besides the groups before it. */
@Injectable()
export class GroupGround {
  constructor(
    private readonly people: PeopleReader,
    private readonly postings: PostingReader,
    private readonly enrolments: EnrolmentReader,
    private readonly adjustments: AdjustmentsOf,
    private readonly briefs: BriefReader,
  ) {}

  /** The terms of a group that is formed now; NOT_FOUND when the component has no brief for groups. */
  async terms(courseCode: string, componentKey: string): Promise<GroupTerms> {
    const brief = await this.briefs.current(courseCode, componentKey);
    if (brief?.form !== 'group-case' || brief.sharedPercent === null) throw new Fault('NOT_FOUND');
    const { id: briefId, skillId, level, passPercent, maxAttempts, coolDownHours, sharedPercent } = brief;
    const weights = { shared: sharedPercent, own: 100 - sharedPercent };
    checkWeights(weights);
    const tasks = brief.tasks.map(({ key, prompt, rubric, shared }) => ({ key, prompt, rubric, shared }));
    return { briefId, tasks, skillId, level, passPercent, weights, maxAttempts, coolDownHours };
  }

  /** PRA-45: NOT_FOUND unless everybody is of the force, and in the reach of whoever forms the group. */
  async mustReach(ctx: RequestContext, personIds: readonly PersonId[], at: Date): Promise<void> {
    const known = await this.people.byIds(ctx.force, personIds);
    if (known.size < personIds.length) throw new Fault('NOT_FOUND');
    const reach = reachOf(ctx, groupPermissions.form);
    if (reach === 'force') return;
    const [within, today] = [new Set(reach), londonDate(at)];
    const postings = await this.postings.ofPeople(ctx.force, personIds);
    const isWithin = (personId: PersonId) =>
      (postings.get(personId) ?? []).some((posting) => holdsOn(posting, today) && within.has(posting.unitId));
    found(personIds.every(isWithin) ? true : null);
  }

  /** PRA-45: somebody's enrolment; refuses when there is none. */
  async enrolment(ctx: RequestContext, personId: PersonId, courseCode: string): Promise<Enrolment> {
    const enrolment = await this.enrolments.current(ctx.force, personId, courseCode);
    if (enrolment === null) throw refusal('GROUP_NOT_ENROLLED', { facts: { courseCode } });
    return enrolment;
  }

  /** How often somebody may hand in, and how long they wait in between: the group's, with what their adjustments add. */
  async limits(
    ctx: RequestContext,
    { courseCode, componentKey, terms }: GroupCase,
    of: { readonly enrolment: Enrolment; readonly at: Date },
  ): Promise<Pick<GroupTerms, 'maxAttempts' | 'coolDownHours'>> {
    const { personId, id: enrolmentId } = of.enrolment;
    const asked = { personId, courseCode, componentKey, enrolmentId, attemptId: null, at: of.at };
    const { adjustment } = await this.adjustments.execute(ctx.force, asked);
    const { maxAttempts, coolDownHours } = terms;
    return { maxAttempts: maxAttempts + (adjustment?.extraAttempts ?? 0), coolDownHours };
  }
}

/** PRA-45: whether a lead manages a group: whoever leads the whole force any, others those that they formed. */
export function manages(ctx: RequestContext, permission: string, { formedById }: GroupCase): boolean {
  if (reachOf(ctx, permission) === 'force') return true;
  return ctx.actor.kind === 'person' && formedById === ctx.actor.personId;
}
