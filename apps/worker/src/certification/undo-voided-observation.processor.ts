import { ReconsiderAward } from '@app/certification';
import { londonDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { observationVoided } from '@app/practicals';
import { Injectable } from '@nestjs/common';

type Voided = Parameters<typeof observationVoided>[0];

/** An observation that had been passed does not count any more: an award that rests on it does not stand. */
@Injectable()
@Consumes({ name: 'certification-undo-voided-observation', events: [observationVoided] })
export class UndoVoidedObservationProcessor implements EventConsumer<Voided> {
  constructor(private readonly reconsiderAward: ReconsiderAward) {}

  async consume(ctx: RequestContext, { at, data }: ReceivedEvent<Voided>): Promise<void> {
    if (!data.wasPassed) return;
    const { courseCode, versionId, componentKey, observationId: sourceId } = data;
    const personId = data.personId as PersonId;
    const what = { personId, courseCode, versionId, componentKey, sourceId, on: londonDate(at) };
    const reason = 'An observation that the award rests on was voided.';
    await this.reconsiderAward.execute(ctx, { ...what, passed: false, reason });
  }
}
