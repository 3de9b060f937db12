import { AllocateResponses, markerEnded, markerNamed } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type OfMarker = { courseCode: string; componentKey: string; isCollege: boolean };

/** The markers of a component changed: spread what nobody has looked at anew. */
@Injectable()
@Consumes({ name: 'assessment-allocate-again', events: [markerNamed, markerEnded] })
export class AllocateAgainProcessor implements EventConsumer<OfMarker> {
  constructor(private readonly allocate: AllocateResponses) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<OfMarker>): Promise<void> {
    const { courseCode, componentKey, isCollege } = data;
    await this.allocate.execute(ctx, { courseCode, componentKey, again: true, everyForce: isCollege });
  }
}
