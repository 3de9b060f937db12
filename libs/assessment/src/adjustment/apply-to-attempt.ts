import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Attempt, AttemptId } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import { isOver } from '../attempt/attempt-rules.js';
import { CloseAttempt } from '../attempt/close-attempt.js';
import { adjustmentApplied } from '../events.js';
import { adjustAttempt, mustStillRun } from './adjust-attempt.js';
import type { AdjustmentTarget } from './adjustment.js';
import { AdjustmentsOf } from './adjustments-of.js';

/** Gives running attempts the adjustments that their person now has. Called inside a unit of work. */
@Injectable()
export class ApplyToAttempt {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly adjustments: AdjustmentsOf,
    private readonly closing: CloseAttempt,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The attempt, as loaded for whoever may change its time. NOT_FOUND when this force has none such. */
  async load(ctx: RequestContext, attemptId: AttemptId): Promise<Attempt> {
    const attempt = found(await this.attempts.byId(ctx.force, attemptId));
    mustStillRun(attempt, this.clock.now());
    return attempt;
  }

  /** One attempt: its deadline is changed on the condition that nobody else has. Audited with before and after. */
  async execute(ctx: RequestContext, attempt: Attempt, announce: Announce): Promise<Attempt> {
    const at = this.clock.now();
    mustStillRun(attempt, at);
    const { personId, courseCode, componentKey, enrolmentId, id } = attempt;
    const asked = { personId, courseCode, componentKey, enrolmentId, attemptId: id, at };
    const adjusted = adjustAttempt(attempt, await this.adjustments.execute(ctx.force, asked));

    if (!(await this.attempts.saveClock(attempt, adjusted))) throw new Fault('CONFLICT');
    if (adjusted.state === 'OPEN') await this.closing.schedule(ctx, adjusted);

    const payload = { before: clockOf(attempt), after: clockOf(adjusted) };
    announce(
      adjustmentApplied({ attemptId: id, personId, deadline: adjusted.deadline.toISOString() }, { payload }),
    );
    return adjusted;
  }

  /** Every running attempt of these people that the adjustment is for. */
  async executeAll(
    ctx: RequestContext,
    of: { personIds: readonly PersonId[]; target: AdjustmentTarget },
    announce: Announce,
  ): Promise<void> {
    for (const personId of of.personIds) {
      const running = await this.attempts.running(ctx.force, personId);
      for (const attempt of running) {
        if (isMeant(attempt, of.target) && !isOver(attempt, this.clock.now()))
          await this.execute(ctx, attempt, announce);
      }
    }
  }
}

function isMeant(attempt: Attempt, target: AdjustmentTarget): boolean {
  const { courseCode, componentKey, attemptId } = target;
  return (
    (attemptId === null || attempt.id === attemptId) &&
    (courseCode === null || attempt.courseCode === courseCode) &&
    (componentKey === null || attempt.componentKey === componentKey)
  );
}

function clockOf({ deadline, terms, rest }: Attempt): Record<string, unknown> {
  const { limitMinutes, adjustment } = terms;
  return { deadline: deadline.toISOString(), limitMinutes, adjustment, restLeftMs: rest.leftMs };
}
