import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import type { Attempt, AttemptId } from '../attempt/attempt.js';
import { AdjustmentConflicts } from './adjustment-conflicts.js';
import { ApplyToAttempt } from './apply-to-attempt.js';

export interface ApplyAdjustmentsInput {
  readonly attemptId: AttemptId;
}

/**
 * Gives one running attempt the adjustments that its person has by now, at once (ASM-85). Refuses one that is over. Again
 * gives nothing more.
 */
@Injectable()
export class ApplyAdjustments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly apply: ApplyToAttempt,
    private readonly conflicts: AdjustmentConflicts,
  ) {}

  async execute(ctx: RequestContext, input: ApplyAdjustmentsInput): Promise<Attempt> {
    return this.work.run(ctx, async (announce) => {
      const attempt = await this.apply.load(ctx, input.attemptId);
      await this.conflicts.mustBeFree(ctx, attempt.personId);
      return this.apply.execute(ctx, attempt, announce);
    });
  }
}
