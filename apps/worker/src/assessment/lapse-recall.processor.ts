import { type AttemptId, lapseRecall, SettleRecall } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** Nobody has acted about a recall in time. */
@Injectable()
@Handles(lapseRecall)
export class LapseRecallProcessor implements JobHandler<{ attemptId: string }> {
  constructor(private readonly settle: SettleRecall) {}

  async handle(ctx: RequestContext, payload: { attemptId: string }): Promise<void> {
    await this.settle.execute(ctx, { attemptId: payload.attemptId as AttemptId });
  }
}
