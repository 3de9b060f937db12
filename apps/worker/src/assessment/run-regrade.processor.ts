import { type RegradeId, RunRegrade, runRegrade } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** The next page of a regrade. */
@Injectable()
@Handles(runRegrade)
export class RunRegradeProcessor implements JobHandler<{ regradeId: string }> {
  constructor(private readonly run: RunRegrade) {}

  async handle(ctx: RequestContext, payload: { regradeId: string }): Promise<void> {
    await this.run.execute(ctx, { regradeId: payload.regradeId as RegradeId });
  }
}
