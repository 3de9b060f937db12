import { type DeliveryId, mailQueued, SendMail } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type Delivered, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof mailQueued>[0];

/** A mail is ready: send it. */
@Injectable()
@Consumes({ name: 'notifications-send-mail', events: [mailQueued], queue: 'mail', outside: true })
export class SendMailProcessor implements EventConsumer<Told> {
  constructor(private readonly sendMail: SendMail) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    await this.sendMail.execute(ctx, { deliveryId: data.deliveryId as DeliveryId });
  }

  /** Each is claimed, sent and written down before the next, so that a death leaves one fate unknown and no more. */
  async consumeAll(deliveries: readonly Delivered<Told>[]): Promise<void> {
    for (const { ctx, event } of deliveries) await this.consume(ctx, event);
  }
}
