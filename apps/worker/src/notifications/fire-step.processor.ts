import { FireStep, fireStep, type StepId } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** A step of a reminder falls due. */
@Injectable()
@Handles(fireStep)
export class FireStepProcessor implements JobHandler<{ stepId: string }> {
  constructor(private readonly fireStep: FireStep) {}

  async handle(ctx: RequestContext, { stepId }: { stepId: string }): Promise<void> {
    await this.fireStep.execute(ctx, { stepId: stepId as StepId });
  }
}
