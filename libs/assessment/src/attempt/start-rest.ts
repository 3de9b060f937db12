import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { restStarted } from '../events.js';
import type { Attempt, AttemptId } from './attempt.js';
import { MoveClock } from './move-clock.js';
import { startRest } from './pause-rules.js';
import { ViewAttempt } from './view-attempt.js';

export interface StartRestInput {
  readonly attemptId: AttemptId;
}

/**
 * Starts a rest break in one's own running attempt: its clock stands until the break is ended, for what is left of the
 * rests allowed at most (ASM-89). Refuses when none is left. Starting again while one runs is the same answer.
 */
@Injectable()
export class StartRest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly view: ViewAttempt,
    private readonly clock: MoveClock,
  ) {}

  async execute(ctx: RequestContext, input: StartRestInput): Promise<Attempt> {
    const now = this.clock.now();
    return this.work.run(ctx, async (announce) => {
      const attempt = await this.view.execute(ctx, input);
      const resting = startRest(attempt, now);
      if (resting === attempt) return attempt;

      await this.clock.save(ctx, attempt, resting);

      const { id: attemptId, personId, rest } = resting;
      announce(restStarted({ attemptId, personId, until: (rest.until ?? now).toISOString() }));
      return resting;
    });
  }
}
