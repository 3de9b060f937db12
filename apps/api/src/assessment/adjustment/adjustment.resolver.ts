import {
  type AdjustmentId,
  AdjustmentReader,
  AskAdjustment,
  ReadAdjustmentReason,
  WithdrawAdjustment,
} from '@app/assessment';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg, optionalIdArg } from '../../edge/ids.js';
import { page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import {
  AskAdjustmentInput,
  ReadAdjustmentReasonInput,
  WithdrawAdjustmentInput,
} from './adjustment.input.js';
import {
  AdjustmentConnection,
  AdjustmentReasonsType,
  AdjustmentsArgs,
  AdjustmentType,
  fieldsOf,
} from './adjustment.type.js';

const AskAdjustmentResult = resultOf('AskAdjustment', AdjustmentType);
const ReadAdjustmentReasonResult = resultOf('ReadAdjustmentReason', AdjustmentReasonsType);
const WithdrawAdjustmentResult = resultOf('WithdrawAdjustment', AdjustmentType);

/** Adjustments as they are asked for and read. Deciding is AdjustmentDeskResolver's. */
@Resolver(() => AdjustmentType)
export class AdjustmentResolver {
  constructor(
    private readonly reader: AdjustmentReader,
    private readonly reasons: ReadAdjustmentReason,
    private readonly ask: AskAdjustment,
    private readonly withdraw: WithdrawAdjustment,
  ) {}

  @Allow('assessment.adjustment.ask')
  @Query(() => [AdjustmentType], {
    description:
      'One’s own adjustments and requests, latest first; at most 200. Those of a group are the group’s.',
  })
  async myAdjustments(@Ctx() ctx: RequestContext): Promise<AdjustmentType[]> {
    const own = await this.reader.ofPerson(ctx.force, found(actingPerson(ctx)));
    return own.map((adjustment) => AdjustmentType.of(adjustment));
  }

  @Allow('assessment.adjustment.grant')
  @Query(() => AdjustmentConnection, {
    description:
      'The force’s adjustments in a state, perhaps of one person, in the order of asking. Never a reason.',
  })
  async adjustments(@Ctx() ctx: RequestContext, @Args() args: AdjustmentsArgs) {
    const { state, personId } = args;
    const filter = { state, personId: optionalIdArg<PersonId>(personId, 'personId') };
    const fetch = this.reader.page.bind(this.reader, ctx.force, filter);
    return page(args, fetch, (adjustment) => AdjustmentType.of(adjustment));
  }

  @Allow('assessment.adjustment-reason.read')
  @Mutation(() => ReadAdjustmentReasonResult, {
    description:
      'Why an adjustment was asked for and granted; each reading is on record. Refused to whoever manages, marks or invigilates the person, or is them: ADJUSTMENT_CONFLICT.',
  })
  async readAdjustmentReason(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ReadAdjustmentReasonInput,
  ): Promise<AdjustmentReasonsType> {
    const adjustmentId = idArg<AdjustmentId>(input.adjustmentId, 'adjustmentId');
    return AdjustmentReasonsType.of(await this.reasons.execute(ctx, { adjustmentId }));
  }

  @Allow('assessment.adjustment.ask')
  @Mutation(() => AskAdjustmentResult, {
    description:
      'Asks for an adjustment for oneself. Refused: ADJUSTMENT_MALFORMED, ADJUSTMENT_DATES, EXTRA_ATTEMPTS_UNPLACED, ADJUSTMENT_REASON_MISSING, ADJUSTMENT_PENDING. The same request again is the one that waits.',
  })
  async askAdjustment(
    @Ctx() ctx: RequestContext,
    @Args('input') input: AskAdjustmentInput,
  ): Promise<AdjustmentType> {
    const asked = await this.ask.execute(ctx, {
      fields: fieldsOf(input.fields),
      courseCode: input.courseCode,
      validFrom: dateOf(input.validFrom),
      validTo: dateOf(input.validTo),
      reason: input.reason,
    });
    return AdjustmentType.of(asked);
  }

  @Allow('assessment.adjustment.ask')
  @Mutation(() => WithdrawAdjustmentResult, {
    description: 'Takes one’s own request back. Refused: ADJUSTMENT_DECIDED. Again is the same answer.',
  })
  async withdrawAdjustment(
    @Ctx() ctx: RequestContext,
    @Args('input') input: WithdrawAdjustmentInput,
  ): Promise<AdjustmentType> {
    const adjustmentId = idArg<AdjustmentId>(input.adjustmentId, 'adjustmentId');
    return AdjustmentType.of(await this.withdraw.execute(ctx, { adjustmentId }));
  }
}

/** A date that the scalar has read. */
export function dateOf(date: string | null | undefined): CalendarDate | null | undefined {
  return date as CalendarDate | null | undefined;
}
