import { personInvited } from '@app/identity';
import { SendInvitation } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof personInvited>[0];

/** Somebody was invited: mail the link. */
@Injectable()
@Consumes({ name: 'notifications-send-invitation', events: [personInvited], queue: 'mail', outside: true })
export class SendInvitationProcessor implements EventConsumer<Told> {
  constructor(private readonly sendInvitation: SendInvitation) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    await this.sendInvitation.execute(ctx, data);
  }
}
