import { openWindow, ReconsiderHoldings } from '@app/certification';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** The window of a certification opens. */
@Injectable()
@Handles(openWindow)
export class OpenWindowProcessor implements JobHandler<{ personId: string; code: string }> {
  constructor(private readonly reconsider: ReconsiderHoldings) {}

  async handle(ctx: RequestContext, { personId, code }: { personId: string; code: string }): Promise<void> {
    await this.reconsider.execute(ctx, { personId: personId as PersonId, code });
  }
}
