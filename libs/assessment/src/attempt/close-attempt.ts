import { Clock } from '@app/platform/clock/clock.js';
import { ClockGuard } from '@app/platform/clock/clock-guard.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { closeAttempt, dueKey } from '../jobs.js';
import type { Attempt, AttemptId } from './attempt.js';
import { AttemptRepository } from './attempt.repository.js';
import { isOver } from './attempt-rules.js';
import { FinishAttempt } from './finish-attempt.js';

export interface CloseAttemptInput {
  readonly attemptId: AttemptId;
}

/**
 * Ends an attempt whose time is up (ASM-30), as of its deadline, with the same result whoever comes first: the due job,
 * the sweep, or any read or write. One that is not over, or is closed already, stays as it is. A
 * server whose clock is astray cannot tell, and refuses (PLT-20).
 */
@Injectable()
export class CloseAttempt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly finish: FinishAttempt,
    private readonly timetable: Timetable,
    private readonly clockGuard: ClockGuard,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: CloseAttemptInput): Promise<Attempt> {
    return this.work.run(ctx, async (announce) => {
      const attempt = found(await this.attempts.byId(ctx.force, input.attemptId));

      const now = this.clock.now();
      this.clockGuard.mustBeTrusted();
      if (!isOver(attempt, now)) return attempt;
      if (attempt.terms.policy.atDeadline !== 'SUBMIT')
        return this.finish.abandon(attempt, attempt.deadline, announce);
      return this.finish.submit(attempt, { by: 'time', at: attempt.deadline }, announce);
    });
  }

  /** Writes down when the attempt ends by itself; part of starting it. */
  async schedule(ctx: RequestContext, attempt: Attempt): Promise<void> {
    const payload = { attemptId: attempt.id as string };
    await this.timetable.set(ctx, closeAttempt, {
      key: dueKey.closeAttempt(attempt.id),
      dueAt: attempt.endsAt,
      payload,
    });
  }

  /** Takes that away: the clock stands. */
  async unschedule(attempt: Attempt): Promise<void> {
    await this.timetable.cancel(dueKey.closeAttempt(attempt.id));
  }
}
