import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Attempt } from './attempt.js';
import { AttemptRepository } from './attempt.repository.js';
import { CloseAttempt } from './close-attempt.js';

/** Moves the clock of an attempt: the deadline that saving reads, and what falls due at it, in one transaction. */
@Injectable()
export class MoveClock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly closing: CloseAttempt,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The instant by which the clock is moved. */
  now(): Date {
    return this.clock.now();
  }

  /** Saves the attempt as decided; CONFLICT when somebody has moved its clock since it was read. */
  async save(ctx: RequestContext, before: Attempt, after: Attempt): Promise<void> {
    await this.work.run(ctx, async () => {
      if (!(await this.attempts.saveClock(before, after))) throw new Fault('CONFLICT');
      if (after.state === 'OPEN') await this.closing.schedule(ctx, after);
      else await this.closing.unschedule(after);
    });
  }
}
