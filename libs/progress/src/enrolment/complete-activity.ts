import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Enrolment, EnrolmentId } from './enrolment.js';
import { completed, settled } from './learning.js';
import { LearningStep } from './learning-step.js';

export interface CompleteActivityInput {
  readonly enrolmentId: EnrolmentId;
  readonly activityId: string;
}

/** Completes an activity of one's own enrolment, if its rule is met. What is complete stays as it was. */
@Injectable()
export class CompleteActivity {
  constructor(
    private readonly step: LearningStep,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { enrolmentId, activityId }: CompleteActivityInput): Promise<Enrolment> {
    const now = this.clock.now();
    const taken = await this.step.take(ctx, enrolmentId, (enrolment, version) => {
      const next = completed(enrolment, version, { activityId, now });
      return next === enrolment ? enrolment : settled(next, version, now);
    });
    return taken.enrolment;
  }
}
