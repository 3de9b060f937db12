import { responseReleased } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { CompleteGroup, type ReleasedPart } from '@app/practicals';
import { Injectable } from '@nestjs/common';

type Released = Parameters<typeof responseReleased>[0];

/** A mark was released: with the last one of a group, every member has their result. */
@Injectable()
@Consumes({ name: 'practicals-complete-group', events: [responseReleased] })
export class CompleteGroupProcessor implements EventConsumer<Released> {
  constructor(private readonly complete: CompleteGroup) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Released>): Promise<void> {
    const { sourceKind: kind, sourceId: id } = data;
    if (kind === 'group-shared' || kind === 'group-own')
      await this.complete.execute(ctx, { kind, id } as ReleasedPart);
  }
}
