import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Sitting } from '../sitting/sitting.js';
import type { Attempt } from './attempt.js';
import { AttemptRepository } from './attempt.repository.js';
import { isOver } from './attempt-rules.js';
import { CloseAttempt } from './close-attempt.js';

/** The attempt that a person has running at what a sitting assesses. One whose time is up is closed on the way. */
@Injectable()
export class OpenAttempt {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly closing: CloseAttempt,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The running attempt, or the one that a recall has suspended; null when there is none. */
  async of(ctx: RequestContext, sitting: Sitting, personId: PersonId): Promise<Attempt | null> {
    const { courseCode, componentKey } = sitting;
    const attempt = await this.attempts.open(ctx.force, { personId, courseCode, componentKey });
    if (attempt === null || !isOver(attempt, this.clock.now())) return attempt;
    await this.closing.execute(ctx, { attemptId: attempt.id });
    return null;
  }
}
