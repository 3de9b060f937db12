import { passwordResetRequested } from '@app/identity';
import { SendPasswordReset } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof passwordResetRequested>[0];

/** Somebody asked for a new password: mail the link. */
@Injectable()
@Consumes({
  name: 'notifications-send-password-reset',
  events: [passwordResetRequested],
  queue: 'mail',
  outside: true,
})
export class SendPasswordResetProcessor implements EventConsumer<Told> {
  constructor(private readonly sendPasswordReset: SendPasswordReset) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    await this.sendPasswordReset.execute(ctx, data);
  }
}
