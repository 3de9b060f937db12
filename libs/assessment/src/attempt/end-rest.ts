import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { restEnded } from '../events.js';
import type { Attempt, AttemptId } from './attempt.js';
import { MoveClock } from './move-clock.js';
import { endRest, restingUntil } from './pause-rules.js';
import { ViewAttempt } from './view-attempt.js';

export interface EndRestInput {
  readonly attemptId: AttemptId;
}

/**
 * Ends the rest break in one's own attempt: its clock goes on, and what was not rested is left for another break
 * (ASM-89). Without a break under way it is the same answer.
 */
@Injectable()
export class EndRest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly view: ViewAttempt,
    private readonly clock: MoveClock,
  ) {}

  async execute(ctx: RequestContext, input: EndRestInput): Promise<Attempt> {
    const now = this.clock.now();
    return this.work.run(ctx, async (announce) => {
      const attempt = await this.view.execute(ctx, input);
      if (attempt.state !== 'OPEN' || restingUntil(attempt, now) === null) return attempt;
      const awake = endRest(attempt, now);

      await this.clock.save(ctx, attempt, awake);

      const { id: attemptId, personId, deadline } = awake;
      announce(restEnded({ attemptId, personId, deadline: deadline.toISOString() }));
      return awake;
    });
  }
}
