import { componentRevised } from '@app/assessment';
import { ReconsiderResult } from '@app/certification';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Revised = Parameters<typeof componentRevised>[0];

/** A result that its candidate was told is another: look at the award anew. */
@Injectable()
@Consumes({ name: 'certification-reconsider-award', events: [componentRevised] })
export class ReconsiderAwardProcessor implements EventConsumer<Revised> {
  constructor(private readonly reconsider: ReconsiderResult) {}

  async consume(ctx: RequestContext, { at, data }: ReceivedEvent<Revised>): Promise<void> {
    const { courseCode, versionId, componentKey, sourceId, percent, passed } = data;
    const personId = data.personId as PersonId;
    const on = calendarDateOf(data.on);
    const reason = 'A result that the award rests on was corrected.';
    const what = { personId, courseCode, versionId, componentKey, sourceId, on };
    await this.reconsider.execute(ctx, { ...what, percent, passed, asOf: at, reason });
  }
}
