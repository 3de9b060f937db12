import { type SittingId, sittingReminded } from '@app/assessment';
import { TellOfSitting } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof sittingReminded>[0];

/** A reminder fell due: remind those who hold a place. */
@Injectable()
@Consumes({
  name: 'notifications-remind-of-sitting',
  events: [sittingReminded],
  queue: 'mail',
  outside: true,
})
export class RemindOfSittingProcessor implements EventConsumer<Told> {
  constructor(private readonly tellOfSitting: TellOfSitting) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    await this.tellOfSitting.execute(ctx, {
      what: 'reminder',
      sittingId: data.sittingId as SittingId,
      at: data.at,
    });
  }
}
