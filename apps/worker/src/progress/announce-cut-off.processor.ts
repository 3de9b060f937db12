import type { RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { AnnounceCutOff, cutOffDue } from '@app/progress';
import { Injectable } from '@nestjs/common';

/** The last day for a replaced version has passed. */
@Injectable()
@Handles(cutOffDue)
export class AnnounceCutOffProcessor implements JobHandler<{ courseCode: string; versionId: string }> {
  constructor(private readonly announceCutOff: AnnounceCutOff) {}

  async handle(ctx: RequestContext, payload: { courseCode: string; versionId: string }): Promise<void> {
    await this.announceCutOff.execute(ctx, payload);
  }
}
