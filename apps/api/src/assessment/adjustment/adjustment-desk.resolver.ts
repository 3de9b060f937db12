import {
  type AdjustmentId,
  ApplyAdjustments,
  type AttemptId,
  EndAdjustment,
  GrantAdjustment,
  RefuseAdjustment,
} from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg, optionalIdArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import { AttemptClockType } from '../attempt-clock.type.js';
import {
  ApplyAdjustmentsInput,
  EndAdjustmentInput,
  GrantAdjustmentInput,
  RefuseAdjustmentInput,
} from './adjustment.input.js';
import { dateOf } from './adjustment.resolver.js';
import { AdjustmentType, fieldsOf } from './adjustment.type.js';
import { targetOf } from './grant-target.js';

const GrantAdjustmentResult = resultOf('GrantAdjustment', AdjustmentType);
const RefuseAdjustmentResult = resultOf('RefuseAdjustment', AdjustmentType);
const EndAdjustmentResult = resultOf('EndAdjustment', AdjustmentType);
const ApplyAdjustmentsResult = resultOf('ApplyAdjustments', AttemptClockType);

/** What an adjustments officer decides. */
@Resolver(() => AdjustmentType)
export class AdjustmentDeskResolver {
  constructor(
    private readonly grant: GrantAdjustment,
    private readonly refuse: RefuseAdjustment,
    private readonly end: EndAdjustment,
    private readonly apply: ApplyAdjustments,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('assessment.adjustment.grant')
  @Mutation(() => GrantAdjustmentResult, {
    description:
      'Grants an adjustment: a request, or of one’s own accord. Refused: ADJUSTMENT_MALFORMED, ADJUSTMENT_DATES, EXTRA_ATTEMPTS_UNPLACED, ADJUSTMENT_REASON_MISSING, ADJUSTMENT_CONFLICT, ADJUSTMENT_DECIDED, ATTEMPT_NOT_RUNNING. The same grant again is the one that is there.',
  })
  async grantAdjustment(
    @Ctx() ctx: RequestContext,
    @Args('input') input: GrantAdjustmentInput,
  ): Promise<AdjustmentType> {
    const granted = await this.grant.execute(ctx, {
      requestId: optionalIdArg<AdjustmentId>(input.requestId, 'requestId'),
      target: targetOf(input),
      fields: fieldsOf(input.fields),
      validFrom: dateOf(input.validFrom),
      validTo: dateOf(input.validTo),
      reason: input.reason,
      applyToRunning: input.applyToRunning ?? false,
    });
    return AdjustmentType.of(granted);
  }

  @Allow('assessment.adjustment.grant')
  @Mutation(() => RefuseAdjustmentResult, {
    description:
      'Turns a request down, with a reason that the person reads. Refused: ADJUSTMENT_REASON_MISSING, ADJUSTMENT_CONFLICT, ADJUSTMENT_DECIDED. Again, in the same words, is the same answer.',
  })
  async refuseAdjustment(
    @Ctx() ctx: RequestContext,
    @Args('input') { adjustmentId, reason }: RefuseAdjustmentInput,
  ): Promise<AdjustmentType> {
    const id = idArg<AdjustmentId>(adjustmentId, 'adjustmentId');
    return AdjustmentType.of(await this.refuse.execute(ctx, { adjustmentId: id, reason }));
  }

  @Allow('assessment.adjustment.grant')
  @Mutation(() => EndAdjustmentResult, {
    description:
      'Ends a granted adjustment: it counts for no attempt that starts from now on. Refused: ADJUSTMENT_REASON_MISSING, ADJUSTMENT_CONFLICT, ADJUSTMENT_DECIDED. Again, in the same words, is the same answer.',
  })
  async endAdjustment(
    @Ctx() ctx: RequestContext,
    @Args('input') { adjustmentId, reason }: EndAdjustmentInput,
  ): Promise<AdjustmentType> {
    const id = idArg<AdjustmentId>(adjustmentId, 'adjustmentId');
    return AdjustmentType.of(await this.end.execute(ctx, { adjustmentId: id, reason }));
  }

  @Allow('assessment.adjustment.grant')
  @Mutation(() => ApplyAdjustmentsResult, {
    description:
      'Gives a running attempt what its person has been granted meanwhile, at once and never shorter. Refused: ATTEMPT_NOT_RUNNING, ADJUSTMENT_CONFLICT. Again gives nothing more.',
  })
  async applyAdjustments(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ApplyAdjustmentsInput,
  ): Promise<AttemptClockType> {
    const attemptId = idArg<AttemptId>(input.attemptId, 'attemptId');
    return AttemptClockType.of(await this.apply.execute(ctx, { attemptId }), this.clock.now());
  }
}
