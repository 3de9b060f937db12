import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import type { Adjustment, AdjustmentId } from './adjustment.js';
import { AdjustmentRepository } from './adjustment.repository.js';
import { DecideAdjustment } from './decide-adjustment.js';

export interface WithdrawAdjustmentInput {
  readonly adjustmentId: AdjustmentId;
}

/** Takes one's own request back while it waits (ASM-88). Again is the same answer; anybody else's is NOT_FOUND. */
@Injectable()
export class WithdrawAdjustment {
  constructor(
    private readonly adjustments: AdjustmentRepository,
    private readonly decide: DecideAdjustment,
  ) {}

  async execute(ctx: RequestContext, input: WithdrawAdjustmentInput): Promise<Adjustment> {
    const personId = candidateOf(ctx);
    const loaded = await this.adjustments.load(ctx.force, input.adjustmentId);
    const adjustment = found(loaded.personId === personId ? loaded : null);
    return this.decide.execute(ctx, adjustment, { to: 'WITHDRAWN', by: personId, decision: null });
  }
}
