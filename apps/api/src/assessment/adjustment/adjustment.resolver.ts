import {
  type AdjustmentGroupId,
  type AdjustmentId,
  AdjustmentReader,
  type AdjustmentTarget,
  AskAdjustment,
  type AttemptId,
  ReadAdjustmentReason,
  WithdrawAdjustment,
} from '@app/assessment';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg, optionalIdArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import {
  AskAdjustmentInput,
  type GrantAdjustmentInput,
  ReadAdjustmentReasonInput,
  WithdrawAdjustmentInput,
} from './adjustment.input.js';
import {
  AdjustmentConnection,
  AdjustmentReasonsType,
  AdjustmentStateEnum,
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
  async adjustments(
    @Ctx() ctx: RequestContext,
    @Args() args: PageArgs,
    @Args('state', { type: () => AdjustmentStateEnum, description: 'Those that stand so.' })
    state: keyof typeof AdjustmentStateEnum,
    @Args('personId', { type: () => ID, nullable: true, description: 'Only of this person.' })
    personId?: string | null,
  ) {
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

/** Whom and what a direct grant is for; null where a request is granted. */
export function targetOf(input: GrantAdjustmentInput): AdjustmentTarget | null {
  const personId = optionalIdArg<PersonId>(input.personId, 'personId');
  const groupId = optionalIdArg<AdjustmentGroupId>(input.groupId, 'groupId');
  const attemptId = optionalIdArg<AttemptId>(input.attemptId, 'attemptId');
  const courseCode = input.courseCode ?? null;
  const target = { personId, groupId, courseCode, componentKey: null, attemptId };
  const isRequest = input.requestId !== null && input.requestId !== undefined;
  const named = [personId, groupId].filter((id) => id !== null).length;
  if (named !== (isRequest ? 0 : 1) || (isRequest && (courseCode ?? attemptId) !== null)) throw unclear();
  if (groupId !== null && (courseCode ?? attemptId) !== null) throw unclear();
  if (isRequest) return null;
  if (groupId !== null) return { ...target, level: 'GROUP' };
  if (attemptId !== null) return { ...target, courseCode: null, level: 'ATTEMPT' };
  return { ...target, level: courseCode === null ? 'PERSON' : 'ASSESSMENT' };
}

function unclear(): Fault {
  return new Fault('BAD_USER_INPUT', 'Name a request, or one person, or one group.', 'personId');
}
