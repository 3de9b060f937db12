import type { AppealId } from '@app/assessment';
import { remindOfAppeal, TellOfAppeal } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** An appeal is to be decided within a week. */
@Injectable()
@Handles(remindOfAppeal)
export class RemindOfAppealProcessor implements JobHandler<{ appealId: string }> {
  constructor(private readonly tellOfAppeal: TellOfAppeal) {}

  async handle(ctx: RequestContext, { appealId }: { appealId: string }): Promise<void> {
    await this.tellOfAppeal.execute(ctx, { appealId: appealId as AppealId, message: 'appeal-due' });
  }
}
