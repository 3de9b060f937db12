import { type AttemptId, CloseAttempt, closeAttempt } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** The time of an attempt is up. */
@Injectable()
@Handles(closeAttempt)
export class CloseAttemptProcessor implements JobHandler<{ attemptId: string }> {
  constructor(private readonly close: CloseAttempt) {}

  async handle(ctx: RequestContext, payload: { attemptId: string }): Promise<void> {
    await this.close.execute(ctx, { attemptId: payload.attemptId as AttemptId });
  }
}
