import { Clock } from '@app/platform/clock/clock.js';
import { ClockGuard } from '@app/platform/clock/clock-guard.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Attempt, AttemptId } from './attempt.js';
import { isOver } from './attempt-rules.js';
import { CloseAttempt } from './close-attempt.js';
import { LoadOwnAttempt } from './load-own-attempt.js';

/** One's own attempt, closed first when its time is up by a clock that is right (PLT-20): looking at it is one of the ways in which it ends. */
@Injectable()
export class ViewAttempt {
  constructor(
    private readonly own: LoadOwnAttempt,
    private readonly closing: CloseAttempt,
    private readonly clockGuard: ClockGuard,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: { attemptId: AttemptId }): Promise<Attempt> {
    const attempt = await this.own.execute(ctx, input.attemptId);
    const over = isOver(attempt, this.clock.now()) && this.clockGuard.isTrusted();
    return over ? this.closing.execute(ctx, input) : attempt;
  }
}
