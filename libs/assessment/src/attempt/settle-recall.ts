import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import type { AttemptId } from './attempt.js';
import { AttemptRepository } from './attempt.repository.js';
import { FinishAttempt } from './finish-attempt.js';
import { recallLapsesAt, suspendedRecall } from './pause-rules.js';
import { UndoRecall } from './undo-recall.js';

/**
 * Settles a suspension about which nobody has acted in time: unconfirmed, it stopped nothing (ASM-92); confirmed, what was
 * saved is handed in as of the suspension (ASM-93). One that has moved on stays as it is.
 */
@Injectable()
export class SettleRecall {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly undo: UndoRecall,
    private readonly finish: FinishAttempt,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: { attemptId: AttemptId }): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      const attempt = await this.attempts.byId(ctx.force, input.attemptId);
      if (attempt?.state !== 'SUSPENDED' || this.clock.now() < recallLapsesAt(attempt)) return;
      const recall = suspendedRecall(attempt);
      if (recall.confirmedBy === null) {
        await this.undo.execute(ctx, attempt, 'lapsed');
        return;
      }
      const ended = { ...attempt, recall: { ...recall, endedAt: this.clock.now() } };
      await this.finish.submit(ended, { by: 'time', at: recall.at }, announce);
    });
  }
}
