import {
  type Attempt,
  type AttemptId,
  ConfirmRecall,
  EndRest,
  StartRest,
  SuspendAttempt,
  TurnDownRecall,
  WithdrawRecall,
} from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { resultOf } from '../edge/refused.js';
import {
  ConfirmRecallInput,
  EndRestInput,
  StartRestInput,
  SuspendAttemptInput,
  TurnDownRecallInput,
  WithdrawRecallInput,
} from './attempt.input.js';
import { AttemptClockType } from './attempt-clock.type.js';

const StartRestResult = resultOf('StartRest', AttemptClockType);
const EndRestResult = resultOf('EndRest', AttemptClockType);
const SuspendAttemptResult = resultOf('SuspendAttempt', AttemptClockType);
const ConfirmRecallResult = resultOf('ConfirmRecall', AttemptClockType);
const TurnDownRecallResult = resultOf('TurnDownRecall', AttemptClockType);
const WithdrawRecallResult = resultOf('WithdrawRecall', AttemptClockType);

/** The candidate's side of pauses. */
@Injectable()
export class OwnPauses {
  constructor(
    readonly startRest: StartRest,
    readonly endRest: EndRest,
    readonly withdraw: WithdrawRecall,
  ) {}
}

/** What stops and starts the clock of an attempt. */
@Resolver()
export class RecallResolver {
  constructor(
    private readonly own: OwnPauses,
    private readonly suspend: SuspendAttempt,
    private readonly confirm: ConfirmRecall,
    private readonly turnDown: TurnDownRecall,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('assessment.attempt.rest')
  @Mutation(() => StartRestResult, {
    description:
      'Starts a rest break in one’s own attempt: its clock stands until the break is ended, or for what is left of the rests allowed. Refused: NO_REST_LEFT, ATTEMPT_SUSPENDED, ATTEMPT_STANDS_STILL. Again is the same answer.',
  })
  async startRest(
    @Ctx() ctx: RequestContext,
    @Args('input') input: StartRestInput,
  ): Promise<AttemptClockType> {
    return this.shown(await this.own.startRest.execute(ctx, of(input)));
  }

  @Allow('assessment.attempt.rest')
  @Mutation(() => EndRestResult, {
    description:
      'Ends the rest break: the clock goes on, and what was not rested is left. Again is the same answer.',
  })
  async endRest(@Ctx() ctx: RequestContext, @Args('input') input: EndRestInput): Promise<AttemptClockType> {
    return this.shown(await this.own.endRest.execute(ctx, of(input)));
  }

  @Allow('assessment.attempt.suspend')
  @Mutation(() => SuspendAttemptResult, {
    description:
      'Stops the clock of a running attempt because its candidate is called to a job: by the candidate, an assigned invigilator, or a supervisor of the candidate, whose asking confirms it. Refused: ATTEMPT_STANDS_STILL. Again is the same answer.',
  })
  async suspendAttempt(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SuspendAttemptInput,
  ): Promise<AttemptClockType> {
    return this.shown(await this.suspend.execute(ctx, of(input)));
  }

  @Allow('assessment.recall.confirm')
  @Mutation(() => ConfirmRecallResult, {
    description:
      'A supervisor of the candidate confirms the recall; the candidate then goes on by resumeAttempt. Refused: RECALL_OWN, RECALL_NONE. Again is the same answer.',
  })
  async confirmRecall(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ConfirmRecallInput,
  ): Promise<AttemptClockType> {
    return this.shown(await this.confirm.execute(ctx, of(input)));
  }

  @Allow('assessment.recall.confirm')
  @Mutation(() => TurnDownRecallResult, {
    description:
      'A supervisor of the candidate says that there was no recall: the clock has run on all the while. Refused: RECALL_OWN, RECALL_NONE, RECALL_CONFIRMED. Again is the same answer.',
  })
  async turnDownRecall(
    @Ctx() ctx: RequestContext,
    @Args('input') input: TurnDownRecallInput,
  ): Promise<AttemptClockType> {
    return this.shown(await this.turnDown.execute(ctx, of(input)));
  }

  @Allow('assessment.recall.withdraw')
  @Mutation(() => WithdrawRecallResult, {
    description:
      'Takes one’s own unconfirmed recall back: the time since then counts as used. Refused: RECALL_NONE, RECALL_CONFIRMED. Again is the same answer.',
  })
  async withdrawRecall(
    @Ctx() ctx: RequestContext,
    @Args('input') input: WithdrawRecallInput,
  ): Promise<AttemptClockType> {
    return this.shown(await this.own.withdraw.execute(ctx, of(input)));
  }

  private shown(attempt: Attempt): AttemptClockType {
    return AttemptClockType.of(attempt, this.clock.now());
  }
}

function of({ attemptId }: { attemptId: string }): { attemptId: AttemptId } {
  return { attemptId: idArg(attemptId, 'attemptId') };
}
