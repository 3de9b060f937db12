import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { recallUndone } from '../events.js';
import type { Attempt } from './attempt.js';
import { CloseAttempt } from './close-attempt.js';
import { MoveClock } from './move-clock.js';
import { undoRecall } from './pause-rules.js';
import { RecallDue } from './recall-due.js';

/**
 * Takes an unconfirmed recall back (ASM-92): the clock has run on all the while, and an attempt whose time has passed
 * meanwhile is handed in as of its deadline. What WithdrawRecall, TurnDownRecall and the lapsing share.
 */
@Injectable()
export class UndoRecall {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: MoveClock,
    private readonly closing: CloseAttempt,
    private readonly due: RecallDue,
    @Inject(Clock) private readonly time: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    attempt: Attempt,
    how: 'withdrawn' | 'turned-down' | 'lapsed',
  ): Promise<Attempt> {
    return this.work.run(ctx, async (announce) => {
      const running = undoRecall(attempt, this.time.now());

      await this.clock.save(ctx, attempt, running);
      await this.due.cancel(running);

      announce(recallUndone({ attemptId: attempt.id, personId: attempt.personId, how }));
      return this.closing.execute(ctx, { attemptId: attempt.id });
    });
  }
}
