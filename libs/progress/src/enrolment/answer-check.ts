import { activityOf, type PublishedVersion, type QuickCheck } from '@app/catalogue';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Enrolment, EnrolmentId } from './enrolment.js';
import {
  answered,
  type CheckAnswer,
  checkAnswered,
  completed,
  hindrance,
  isCompleted,
  isRight,
  settled,
} from './learning.js';
import { LearningStep } from './learning-step.js';

export interface AnswerCheckInput {
  readonly enrolmentId: EnrolmentId;
  readonly activityId: string;
  readonly blockId: string;
  /** Option ids: one, or several where the check takes several. */
  readonly choices: readonly string[];
}

/** What comes back for an answer. Key and reasons are given here and nowhere before. */
export interface AnsweredCheck {
  readonly correct: boolean;
  readonly check: QuickCheck;
  readonly activityCompleted: boolean;
}

/** Answers a quick check, as often as wanted. An activity whose rule is met by its checks completes by itself. */
@Injectable()
export class AnswerCheck {
  constructor(
    private readonly step: LearningStep,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: AnswerCheckInput): Promise<AnsweredCheck> {
    const answer = { ...input, now: this.clock.now() };
    const taken = await this.step.take(ctx, input.enrolmentId, (enrolment, version) =>
      afterAnswer(enrolment, version, answer),
    );
    const check = checkAnswered(taken.version, answer);
    return {
      correct: isRight(check.key, input.choices),
      check,
      activityCompleted: isCompleted(taken.enrolment, input.activityId),
    };
  }
}

function afterAnswer(enrolment: Enrolment, version: PublishedVersion, answer: CheckAnswer): Enrolment {
  const next = answered(enrolment, version, answer);
  const { activityId, now } = answer;
  const activity = found(activityOf(version, activityId));
  const isDoneByChecks = activity.rule.kind !== 'read' && hindrance(next, activity) === null;
  if (next === enrolment || !isDoneByChecks) return next;
  return settled(completed(next, version, { activityId, now }), version, now);
}
