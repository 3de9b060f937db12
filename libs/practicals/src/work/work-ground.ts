import { AdjustmentsOf } from '@app/assessment';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { type Enrolment, EnrolmentReader } from '@app/progress';
import { Injectable } from '@nestjs/common';
import { refusal } from './refusals.js';
import type { WorkTerms } from './work.js';
import { termsOf, WorkBriefs } from './work-brief.js';

/** Whoever writes does so for themself: the acting person. The system writes nothing. */
export function authorOf(ctx: RequestContext): PersonId {
  const personId = actingPerson(ctx);
  if (personId === undefined) throw new Fault('FORBIDDEN');
  return personId;
}

/** Everything that beginning a work depends on, besides the works before it. */
@Injectable()
export class WorkGround {
  constructor(
    private readonly enrolments: EnrolmentReader,
    private readonly adjustments: AdjustmentsOf,
    private readonly briefs: WorkBriefs,
  ) {}

  /** PRA-30: the author's enrolment; refuses whoever has none. */
  async enrolment(ctx: RequestContext, courseCode: string): Promise<Enrolment> {
    const enrolment = await this.enrolments.current(ctx.force, authorOf(ctx), courseCode);
    if (enrolment === null)
      throw refusal('WORK_NOT_ENROLLED', { facts: { courseCode }, field: 'courseCode' });
    return enrolment;
  }

  /** The terms of a work that is begun now; NOT_FOUND when the component has no brief. */
  async terms(
    ctx: RequestContext,
    of: { enrolment: Enrolment; componentKey: string; at: Date },
  ): Promise<WorkTerms> {
    const { enrolment, componentKey, at } = of;
    const { personId, courseCode, id: enrolmentId, dueOn } = enrolment;
    const brief = found(await this.briefs.current(courseCode, componentKey));
    const asked = { personId, courseCode, componentKey, enrolmentId, attemptId: null, at };
    const { adjustment } = await this.adjustments.execute(ctx.force, asked);
    return termsOf(brief, dueOn, adjustment);
  }
}
