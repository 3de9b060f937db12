import { RebookSession, rebookSession, type SessionId } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** A session was cancelled: offer others to those who had booked it. */
@Injectable()
@Handles(rebookSession)
export class RebookSessionProcessor implements JobHandler<{ sessionId: string }> {
  constructor(private readonly rebook: RebookSession) {}

  async handle(ctx: RequestContext, payload: { sessionId: string }): Promise<void> {
    await this.rebook.execute(ctx, { sessionId: payload.sessionId as SessionId });
  }
}
