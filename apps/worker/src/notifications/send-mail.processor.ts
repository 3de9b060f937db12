import { type DeliveryId, mailQueued, SendMail } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type Delivered, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { inLanes } from '@app/platform/jobs/lanes.js';
import { Injectable } from '@nestjs/common';

/** How many mails are under way at once. */
const SIDE_BY_SIDE = 10;

type Told = Parameters<typeof mailQueued>[0];

/** A mail is ready: send it. */
@Injectable()
@Consumes({ name: 'notifications-send-mail', events: [mailQueued], queue: 'mail', outside: true })
export class SendMailProcessor implements EventConsumer<Told> {
  constructor(private readonly sendMail: SendMail) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    await this.sendMail.execute(ctx, { deliveryId: data.deliveryId as DeliveryId });
  }

  /** As many side by side as a worker takes from its queue (NTF-11): each is claimed, sent and written down for itself. */
  async consumeAll(deliveries: readonly Delivered<Told>[]): Promise<void> {
    await inLanes(SIDE_BY_SIDE, deliveries, ({ ctx, event }) => this.consume(ctx, event));
  }
}
