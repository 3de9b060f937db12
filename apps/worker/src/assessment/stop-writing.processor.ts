import { StopWriting } from '@app/assessment';
import { personSuspended } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** A suspended person writes no more, although their token may still look valid. */
@Injectable()
@Consumes({ name: 'assessment-stop-writing', events: [personSuspended] })
export class StopWritingProcessor implements EventConsumer<{ personId: string }> {
  constructor(private readonly stop: StopWriting) {}

  async consume(ctx: RequestContext, event: ReceivedEvent<{ personId: string }>): Promise<void> {
    await this.stop.execute(ctx, { personId: event.data.personId as PersonId });
  }
}
