import { FireStep, fireStep, type StepId } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { type DueNow, Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** A step of a reminder falls due. */
@Injectable()
@Handles(fireStep)
export class FireStepProcessor implements JobHandler<{ stepId: string }> {
  constructor(private readonly fireStep: FireStep) {}

  async handle(ctx: RequestContext, { stepId }: { stepId: string }): Promise<void> {
    await this.fireStep.execute(ctx, { stepId: stepId as StepId });
  }

  async handleAll(dues: readonly DueNow<{ stepId: string }>[]): Promise<void> {
    await this.fireStep.executeAll(
      dues.map(({ ctx, payload }) => ({ ctx, stepId: payload.stepId as StepId })),
    );
  }
}
