import { type AwardId, awardGranted } from '@app/certification';
import { TellOfAward } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type Delivered, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof awardGranted>[0];

/** An award was granted: tell its holder. */
@Injectable()
@Consumes({ name: 'notifications-tell-of-award', events: [awardGranted], queue: 'mail', outside: true })
export class TellOfAwardProcessor implements EventConsumer<Told> {
  constructor(private readonly tellOfAward: TellOfAward) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    await this.tellOfAward.execute(ctx, { awardId: data.awardId as AwardId });
  }

  async consumeAll(deliveries: readonly Delivered<Told>[]): Promise<void> {
    await this.tellOfAward.executeAll(
      deliveries.map(({ ctx, event }) => ({ ctx, awardId: event.data.awardId as AwardId })),
    );
  }
}
