import { resultsReleased, type SittingId } from '@app/assessment';
import { TellOfSitting } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof resultsReleased>[0];

/** Results were released: tell those who have some. */
@Injectable()
@Consumes({ name: 'notifications-announce-results', events: [resultsReleased], queue: 'mail', outside: true })
export class AnnounceResultsProcessor implements EventConsumer<Told> {
  constructor(private readonly tellOfSitting: TellOfSitting) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    await this.tellOfSitting.execute(ctx, {
      what: 'results',
      sittingId: data.sittingId as SittingId,
    });
  }
}
