import { attemptRecalled, CountExposure, type ItemId } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** The remainder of a recalled attempt has shown new items. */
@Injectable()
@Consumes({ name: 'assessment-count-recalled-exposure', events: [attemptRecalled] })
export class CountRecalledExposureProcessor implements EventConsumer<{ newItemIds: readonly string[] }> {
  constructor(private readonly count: CountExposure) {}

  async consume(ctx: RequestContext, event: ReceivedEvent<{ newItemIds: readonly string[] }>): Promise<void> {
    await this.count.ofItems(ctx, event.data.newItemIds as readonly ItemId[]);
  }
}
