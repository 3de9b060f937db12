import { componentRevised } from '@app/assessment';
import { ReconsiderAward } from '@app/certification';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Revised = Parameters<typeof componentRevised>[0];

/** A result that its candidate was told is another: look at the award anew. */
@Injectable()
@Consumes({ name: 'certification-reconsider-award', events: [componentRevised] })
export class ReconsiderAwardProcessor implements EventConsumer<Revised> {
  constructor(private readonly reconsiderAward: ReconsiderAward) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Revised>): Promise<void> {
    if (data.passed === data.wasPassed) return;
    const { courseCode, versionId, componentKey, sourceId, passed } = data;
    const personId = data.personId as PersonId;
    const on = calendarDateOf(data.on);
    const reason = 'A result that the award rests on was corrected.';
    const revised = { personId, courseCode, versionId, componentKey, sourceId, on, passed, reason };
    await this.reconsiderAward.execute(ctx, revised);
  }
}
