import { ReleaseMail, releaseMail } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** A mail’s time has come, after quiet hours or a pause. */
@Injectable()
@Handles(releaseMail)
export class ReleaseMailProcessor implements JobHandler<{ deliveryId: string }> {
  constructor(private readonly releaseMail: ReleaseMail) {}

  async handle(ctx: RequestContext, payload: { deliveryId: string }): Promise<void> {
    await this.releaseMail.execute(ctx, payload);
  }
}
