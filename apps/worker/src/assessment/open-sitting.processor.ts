import { openSitting, RecordWindow, type SittingId } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** The window of a sitting begins. */
@Injectable()
@Handles(openSitting)
export class OpenSittingProcessor implements JobHandler<{ sittingId: string }> {
  constructor(private readonly record: RecordWindow) {}

  async handle(ctx: RequestContext, payload: { sittingId: string }, dueAt: Date): Promise<void> {
    await this.record.execute(ctx, { sittingId: payload.sittingId as SittingId, what: 'opened', dueAt });
  }
}
