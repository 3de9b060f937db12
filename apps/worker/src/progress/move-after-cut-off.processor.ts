import type { VersionId } from '@app/catalogue';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { cutOffReached, MoveLearners } from '@app/progress';
import { Injectable } from '@nestjs/common';

type Reached = Parameters<typeof cutOffReached>[0];

/** A cut-off has passed: move whoever has not finished, in batches of their own transactions. */
@Injectable()
@Consumes({ name: 'progress-move-after-cut-off', events: [cutOffReached], outside: true })
export class MoveAfterCutOffProcessor implements EventConsumer<Reached> {
  constructor(private readonly moveLearners: MoveLearners) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Reached>): Promise<void> {
    await this.moveLearners.execute(ctx, {
      versionId: data.versionId as VersionId,
      change: 'cut-off',
      cutOff: null,
    });
  }
}
