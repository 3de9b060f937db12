import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { Adjustment, AdjustmentId } from './adjustment.js';
import { AdjustmentRepository } from './adjustment.repository.js';
import { adjustmentReason } from './check-adjustment.js';
import { DecideAdjustment } from './decide-adjustment.js';

export interface RefuseAdjustmentInput {
  readonly adjustmentId: AdjustmentId;
  /** 3–2,000 characters: the person reads it. */
  readonly reason: string;
}

/** Turns a request down, with a reason that the person reads (ASM-88). Again, with the same words, is the same answer. */
@Injectable()
export class RefuseAdjustment {
  constructor(
    private readonly adjustments: AdjustmentRepository,
    private readonly decide: DecideAdjustment,
  ) {}

  async execute(ctx: RequestContext, input: RefuseAdjustmentInput): Promise<Adjustment> {
    const adjustment = await this.adjustments.load(ctx.force, input.adjustmentId);
    const decision = adjustmentReason(input.reason);
    return this.decide.byOfficer(ctx, adjustment, { to: 'REFUSED', decision });
  }
}
