import { ReconsiderAward } from '@app/certification';
import { londonDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { groupMemberVoided } from '@app/practicals';
import { Injectable } from '@nestjs/common';

type Voided = Parameters<typeof groupMemberVoided>[0];

/** What a member of a group had passed with does not count any more: an award that rests on it does not stand. */
@Injectable()
@Consumes({ name: 'certification-undo-voided-group-member', events: [groupMemberVoided] })
export class UndoVoidedGroupMemberProcessor implements EventConsumer<Voided> {
  constructor(private readonly reconsiderAward: ReconsiderAward) {}

  async consume(ctx: RequestContext, { at, data }: ReceivedEvent<Voided>): Promise<void> {
    if (!data.wasPassed) return;
    const { courseCode, versionId, componentKey, sourceId } = data;
    const personId = data.personId as PersonId;
    const what = { personId, courseCode, versionId, componentKey, sourceId, on: londonDate(at) };
    const reason = 'A group case that the award rests on was voided for this member.';
    await this.reconsiderAward.execute(ctx, { ...what, passed: false, reason });
  }
}
