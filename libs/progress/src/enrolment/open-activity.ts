import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Enrolment, EnrolmentId } from './enrolment.js';
import { opened } from './learning.js';
import { LearningStep } from './learning-step.js';

export interface OpenActivityInput {
  readonly enrolmentId: EnrolmentId;
  readonly activityId: string;
}

/** Opens an activity of one's own enrolment: the place to come back to, on any device. */
@Injectable()
export class OpenActivity {
  constructor(
    private readonly step: LearningStep,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { enrolmentId, activityId }: OpenActivityInput): Promise<Enrolment> {
    const now = this.clock.now();
    const taken = await this.step.take(ctx, enrolmentId, (enrolment, version) => {
      const next = opened(enrolment, version, { activityId, now });
      const isSame = enrolment.resumeAt === activityId && next.activities === enrolment.activities;
      return isSame ? enrolment : next;
    });
    return taken.enrolment;
  }
}
