import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import {
  DiscardWork,
  FailedWorkRepository,
  PauseRecurring,
  Pulses,
  RecurringReader,
  RedriveWork,
  ResumeRecurring,
  RunRecurringNow,
} from '@app/scheduling';
import { Inject, Injectable } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { PageArgs, page } from '../edge/paging.js';
import {
  DiscardWorkInput,
  DiscardWorkResult,
  FailedWorkConnection,
  type FailedWorkType,
  failedWorkType,
  PauseRecurringInput,
  PauseRecurringResult,
  RecurringType,
  RedriveWorkInput,
  RedriveWorkResult,
  ResumeRecurringInput,
  ResumeRecurringResult,
  RunRecurringNowInput,
  RunRecurringNowResult,
  recurringType,
  WorkerProcessType,
  workerProcessType,
} from './clockwork.type.js';

/** What an operator may do to the clockwork. */
@Injectable()
export class ClockworkHands {
  constructor(
    readonly pause: PauseRecurring,
    readonly resume: ResumeRecurring,
    readonly runNow: RunRecurringNow,
    readonly redrive: RedriveWork,
    readonly discard: DiscardWork,
  ) {}
}

/** The clockwork, for operators: what recurs, which workers live, what has failed for good. No record of anybody. */
@Resolver(() => RecurringType)
export class ClockworkResolver {
  constructor(
    private readonly recurring: RecurringReader,
    private readonly pulses: Pulses,
    private readonly failed: FailedWorkRepository,
    private readonly hands: ClockworkHands,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('scheduling.clockwork.read')
  @Query(() => [RecurringType], { description: 'Everything that recurs, by name.' })
  async recurringJobs(): Promise<RecurringType[]> {
    return (await this.recurring.all()).map(recurringType);
  }

  @Allow('scheduling.clockwork.read')
  @Query(() => [WorkerProcessType], {
    description:
      'The workers that were heard of in the last day, newest first, with their queues; at most 200.',
  })
  async workerProcesses(): Promise<WorkerProcessType[]> {
    const now = this.clock.now();
    return (await this.pulses.all()).map((pulse) => workerProcessType(pulse, now));
  }

  @Allow('scheduling.clockwork.read')
  @Query(() => FailedWorkConnection, { description: 'Background work that waits for a person.' })
  async failedWork(@Args() args: PageArgs) {
    return page(args, (request) => this.failed.page(request), failedWorkType);
  }

  @Allow('scheduling.recurring.pause')
  @Mutation(() => PauseRecurringResult, {
    description: 'Pauses what recurs. Again is the same answer. Refused: RECURRING_UNKNOWN.',
  })
  async pauseRecurring(
    @Ctx() ctx: RequestContext,
    @Args('input') input: PauseRecurringInput,
  ): Promise<RecurringType> {
    return recurringType(await this.hands.pause.execute(ctx, input));
  }

  @Allow('scheduling.recurring.resume')
  @Mutation(() => ResumeRecurringResult, {
    description:
      'Lets it go on at the next instant of its rhythm. Again is the same answer. Refused: RECURRING_UNKNOWN.',
  })
  async resumeRecurring(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ResumeRecurringInput,
  ): Promise<RecurringType> {
    return recurringType(await this.hands.resume.execute(ctx, input));
  }

  @Allow('scheduling.recurring.run')
  @Mutation(() => RunRecurringNowResult, {
    description:
      'Has it run now; its rhythm goes on from there. Refused: RECURRING_UNKNOWN, RECURRING_PAUSED.',
  })
  async runRecurringNow(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RunRecurringNowInput,
  ): Promise<RecurringType> {
    return recurringType(await this.hands.runNow.execute(ctx, input));
  }

  @Allow('scheduling.work.redrive')
  @Mutation(() => RedriveWorkResult, {
    description: 'Has failed work tried anew. Again is the same answer. Refused: WORK_DISCARDED.',
  })
  async redriveWork(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RedriveWorkInput,
  ): Promise<FailedWorkType> {
    return failedWorkType(await this.hands.redrive.execute(ctx, input));
  }

  @Allow('scheduling.work.discard')
  @Mutation(() => DiscardWorkResult, {
    description: 'Gives failed work up. Again is the same answer. Refused: DISCARD_REASON_MISSING.',
  })
  async discardWork(
    @Ctx() ctx: RequestContext,
    @Args('input') input: DiscardWorkInput,
  ): Promise<FailedWorkType> {
    return failedWorkType(await this.hands.discard.execute(ctx, input));
  }
}
