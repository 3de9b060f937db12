import { type AttemptId, attemptStarted, CountExposure } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** A paper has shown its items once more. */
@Injectable()
@Consumes({ name: 'assessment-count-exposure', events: [attemptStarted] })
export class CountExposureProcessor implements EventConsumer<{ attemptId: string }> {
  constructor(private readonly count: CountExposure) {}

  async consume(ctx: RequestContext, event: ReceivedEvent<{ attemptId: string }>): Promise<void> {
    await this.count.execute(ctx, { attemptId: event.data.attemptId as AttemptId });
  }
}
