import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { type Enrolment, EnrolmentReader } from '@app/progress';
import { Injectable } from '@nestjs/common';
import { BriefReader } from '../brief/brief.reader.js';
import { refusal } from './refusals.js';
import { Supervisors } from './supervisors.js';

/** What a recorded conversation depends on: whose supervisor records it, what the course asks, who is enrolled. */
@Injectable()
export class ConversationGround {
  constructor(
    private readonly supervisors: Supervisors,
    private readonly briefs: BriefReader,
    private readonly enrolments: EnrolmentReader,
  ) {}

  /** Whether the component asks for a conversation, and the acting supervisor may have held it with the person. */
  async isTheirs(
    ctx: RequestContext,
    of: {
      readonly supervisorId: PersonId;
      readonly personId: PersonId;
      readonly courseCode: string;
      readonly componentKey: string;
      readonly heldOn: CalendarDate;
    },
  ): Promise<boolean> {
    const brief = await this.briefs.current(of.courseCode, of.componentKey);
    if (brief?.form !== 'conversation') return false;
    const { supervisorId, personId, heldOn: on } = of;
    return this.supervisors.supervises(ctx, { supervisorId, personId, on });
  }

  /** PRA-20: the person's enrolment; refuses when there is none. */
  async enrolment(
    ctx: RequestContext,
    { personId, courseCode }: { readonly personId: PersonId; readonly courseCode: string },
  ): Promise<Enrolment> {
    const enrolment = await this.enrolments.current(ctx.force, personId, courseCode);
    if (enrolment === null)
      throw refusal('CONVERSATION_NOT_ENROLLED', { facts: { courseCode }, field: 'personId' });
    return enrolment;
  }
}
