import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { Adjustment, AdjustmentId } from './adjustment.js';
import { AdjustmentRepository } from './adjustment.repository.js';
import { adjustmentReason } from './check-adjustment.js';
import { DecideAdjustment } from './decide-adjustment.js';

export interface EndAdjustmentInput {
  readonly adjustmentId: AdjustmentId;
  /** 3–2,000 characters: the person reads it. */
  readonly reason: string;
}

/** Ends a granted adjustment: it counts for no attempt from now on; those that run keep what they have (ASM-88). */
@Injectable()
export class EndAdjustment {
  constructor(
    private readonly adjustments: AdjustmentRepository,
    private readonly decide: DecideAdjustment,
  ) {}

  async execute(ctx: RequestContext, input: EndAdjustmentInput): Promise<Adjustment> {
    const adjustment = await this.adjustments.load(ctx.force, input.adjustmentId);
    const decision = adjustmentReason(input.reason);
    return this.decide.byOfficer(ctx, adjustment, { to: 'ENDED', decision });
  }
}
