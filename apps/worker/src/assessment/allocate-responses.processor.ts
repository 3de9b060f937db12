import { AllocateResponses, responseHandedOn, responsesSubmitted, roundOpened } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type OfComponent = { courseCode: string; componentKey: string };

/** Something waits for markers: give it to them. */
@Injectable()
@Consumes({
  name: 'assessment-allocate-responses',
  events: [responsesSubmitted, roundOpened, responseHandedOn],
})
export class AllocateResponsesProcessor implements EventConsumer<OfComponent> {
  constructor(private readonly allocate: AllocateResponses) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<OfComponent>): Promise<void> {
    const { courseCode, componentKey } = data;
    await this.allocate.execute(ctx, { courseCode, componentKey, again: false });
  }
}
