import { type AppealId, appealFallsDue, RecordOverdueAppeal } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** An appeal was to be decided by now. */
@Injectable()
@Handles(appealFallsDue)
export class AppealFallsDueProcessor implements JobHandler<{ appealId: string }> {
  constructor(private readonly record: RecordOverdueAppeal) {}

  async handle(ctx: RequestContext, payload: { appealId: string }, dueAt: Date): Promise<void> {
    await this.record.execute(ctx, { appealId: payload.appealId as AppealId, dueAt });
  }
}
