import {
  ResultReader,
  ResumeAttempt,
  type SittingId,
  StartAttempt,
  SubmitAttempt,
  ViewAttempt,
} from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { resultOf } from '../edge/refused.js';
import { ResumeAttemptInput, StartAttemptInput, SubmitAttemptInput } from './attempt.input.js';
import { AttemptResultType, AttemptType } from './attempt.type.js';

const StartAttemptResult = resultOf('StartAttempt', AttemptType);
const ResumeAttemptResult = resultOf('ResumeAttempt', AttemptType);
const SubmitAttemptResult = resultOf('SubmitAttempt', AttemptType);

/** One's own attempts. Nobody else's can be reached through any of these. */
@Resolver(() => AttemptType)
export class AttemptResolver {
  constructor(
    private readonly start: StartAttempt,
    private readonly resume: ResumeAttempt,
    private readonly submit: SubmitAttempt,
    private readonly view: ViewAttempt,
    private readonly results: ResultReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('assessment.attempt.read')
  @Query(() => AttemptType, {
    description: 'One’s own attempt, without its writer key. One whose time is up is handed in by this look.',
  })
  async attempt(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The attempt.' }) id: string,
  ): Promise<AttemptType> {
    const attempt = await this.view.execute(ctx, { attemptId: idArg(id, 'id') });
    return AttemptType.of(attempt, this.clock.now());
  }

  @Allow('assessment.attempt.start')
  @Mutation(() => StartAttemptResult, {
    description:
      'Starts an attempt, or gives the one that is running. Refused: PLACE_MISSING, SITTING_NOT_OPEN, SITTING_CLOSED, SITTING_CANCELLED, NOT_ENROLLED, NO_ATTEMPTS_LEFT, COOLING_DOWN, ALREADY_PASSED, COMPONENT_UNKNOWN, BLUEPRINT_MISSING, PAPER_SHORT, START_CODE_WRONG, START_CODE_THROTTLED, INVIGILATOR_SITS.',
  })
  async startAttempt(
    @Ctx() ctx: RequestContext,
    @Args('input') input: StartAttemptInput,
  ): Promise<AttemptType> {
    const { startCode } = input;
    const sittingId = idArg<SittingId>(input.sittingId, 'sittingId');
    const attempt = await this.start.execute(ctx, { sittingId, startCode });
    return AttemptType.withWriter(attempt, this.clock.now());
  }

  @Allow('assessment.attempt.resume')
  @Mutation(() => ResumeAttemptResult, {
    description:
      'Takes the attempt up here with a new writer key; wherever it was open before can save no more. One that is over comes back as it ended, without a key. One that a confirmed recall has suspended goes on with the remainder of its paper on unseen items. Refused: RECALL_UNCONFIRMED, RECALL_BANK_SHORT.',
  })
  async resumeAttempt(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ResumeAttemptInput,
  ): Promise<AttemptType> {
    const attempt = await this.resume.execute(ctx, { attemptId: idArg(input.attemptId, 'attemptId') });
    return AttemptType.withWriter(attempt, this.clock.now());
  }

  @Allow('assessment.attempt.submit')
  @Mutation(() => SubmitAttemptResult, {
    description:
      'Hands the attempt in. Again, or after its deadline, it comes back as it ended. Refused: ATTEMPT_SUSPENDED.',
  })
  async submitAttempt(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SubmitAttemptInput,
  ): Promise<AttemptType> {
    const attempt = await this.submit.execute(ctx, { attemptId: idArg(input.attemptId, 'attemptId') });
    return AttemptType.of(attempt, this.clock.now());
  }

  @ResolveField(() => AttemptResultType, { nullable: true, description: 'Null until released.' })
  async result(
    @Ctx() ctx: RequestContext,
    @Parent() attempt: AttemptType,
  ): Promise<AttemptResultType | null> {
    const result = await this.results.of(ctx, attempt.source);
    return result === null ? null : AttemptResultType.of(result);
  }
}
