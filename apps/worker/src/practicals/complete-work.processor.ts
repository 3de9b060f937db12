import { responseReleased } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { CompleteWork, type WorkId } from '@app/practicals';
import { Injectable } from '@nestjs/common';

type Released = Parameters<typeof responseReleased>[0];

/** A mark was released: with the last one of a work, the work has its outcome. */
@Injectable()
@Consumes({ name: 'practicals-complete-work', events: [responseReleased] })
export class CompleteWorkProcessor implements EventConsumer<Released> {
  constructor(private readonly complete: CompleteWork) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Released>): Promise<void> {
    if (data.sourceKind === 'work') await this.complete.execute(ctx, { workId: data.sourceId as WorkId });
  }
}
