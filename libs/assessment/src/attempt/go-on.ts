import { randomUUID } from 'node:crypto';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { attemptRecalled } from '../events.js';
import type { Attempt } from './attempt.js';
import { AttemptRepository } from './attempt.repository.js';
import { MoveClock } from './move-clock.js';
import { goOn, suspendedRecall } from './pause-rules.js';
import { RecallDue } from './recall-due.js';
import { RedrawPaper } from './redraw-paper.js';

/** Takes a recalled attempt up again: the remainder on unseen questions, with as much time as was left (ASM-93, ASM-94). */
@Injectable()
export class GoOn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly redraw: RedrawPaper,
    private readonly clock: MoveClock,
    private readonly due: RecallDue,
  ) {}

  async execute(ctx: RequestContext, attempt: Attempt): Promise<Attempt> {
    const now = this.clock.now();
    return this.work.run(ctx, async (announce) => {
      const running = goOn(attempt, now);
      const { attempt: redrawn, fresh, drawId } = await this.redraw.execute(ctx, running, now);
      const recall = { ...suspendedRecall(attempt), endedAt: now, drawId };
      const next: Attempt = { ...redrawn, recall, writer: randomUUID() };

      await this.attempts.savePaper(next);
      await this.clock.save(ctx, attempt, next);
      await this.due.cancel(next);

      announce(
        recalled(
          attempt,
          next,
          fresh.map(({ itemId }) => itemId),
        ),
      );
      return next;
    });
  }
}

function recalled(before: Attempt, after: Attempt, newItemIds: readonly string[]) {
  const { askedBy, confirmedBy, at, endedAt } = after.recall ?? suspendedRecall(before);
  const voidedItemIds = after.voidedItemIds.filter((id) => !before.voidedItemIds.includes(id));
  return attemptRecalled({
    ...{ attemptId: after.id, personId: after.personId, askedBy, confirmedBy: confirmedBy ?? askedBy },
    ...{ suspendedAt: at.toISOString(), resumedAt: (endedAt ?? at).toISOString() },
    deadlineBefore: before.deadline.toISOString(),
    deadlineAfter: after.deadline.toISOString(),
    ...{ voidedItemIds, newItemIds },
  });
}
