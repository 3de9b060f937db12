import { Clock } from '@app/platform/clock/clock.js';
import { ClockGuard } from '@app/platform/clock/clock-guard.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Attempt, AttemptId } from './attempt.js';
import { isOver } from './attempt-rules.js';
import { CloseAttempt } from './close-attempt.js';
import { FinishAttempt } from './finish-attempt.js';
import { LoadOwnAttempt } from './load-own-attempt.js';
import { refusal } from './pause-refusals.js';

export interface SubmitAttemptInput {
  readonly attemptId: AttemptId;
}

/**
 * Hands one's own attempt in, and marks what a machine can mark. Handing in again, or after the deadline, is no error: the
 * attempt is given as it ended (ASM-31). One that a recall has suspended is taken up first (ASM-90). A server whose clock is astray
 * takes none: the instant of handing in would be wrong (PLT-20).
 */
@Injectable()
export class SubmitAttempt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly own: LoadOwnAttempt,
    private readonly finish: FinishAttempt,
    private readonly closing: CloseAttempt,
    private readonly clockGuard: ClockGuard,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: SubmitAttemptInput): Promise<Attempt> {
    const now = this.clock.now();
    this.clockGuard.mustBeTrusted();
    return this.work.run(ctx, async (announce) => {
      const attempt = await this.own.execute(ctx, input.attemptId);

      if (attempt.state === 'SUSPENDED') throw refusal('ATTEMPT_SUSPENDED');
      if (attempt.state !== 'OPEN') return attempt;
      if (isOver(attempt, now)) return this.closing.execute(ctx, input);
      return this.finish.submit(attempt, { by: 'person', at: now }, announce);
    });
  }
}
