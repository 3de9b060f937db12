import { expireHolding, ReconsiderHoldings } from '@app/certification';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** The day after a certification’s last valid one begins. */
@Injectable()
@Handles(expireHolding)
export class ExpireHoldingProcessor implements JobHandler<{ personId: string; code: string }> {
  constructor(private readonly reconsider: ReconsiderHoldings) {}

  async handle(ctx: RequestContext, { personId, code }: { personId: string; code: string }): Promise<void> {
    await this.reconsider.execute(ctx, { personId: personId as PersonId, code });
  }
}
