import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { Attempt, AttemptId } from './attempt.js';
import { LoadOwnAttempt } from './load-own-attempt.js';
import { UndoRecall } from './undo-recall.js';

export interface WithdrawRecallInput {
  readonly attemptId: AttemptId;
}

/** Takes one's own unconfirmed recall back: the time since then counts as used (ASM-92). Again is the same answer. */
@Injectable()
export class WithdrawRecall {
  constructor(
    private readonly own: LoadOwnAttempt,
    private readonly undo: UndoRecall,
  ) {}

  async execute(ctx: RequestContext, input: WithdrawRecallInput): Promise<Attempt> {
    const attempt = await this.own.execute(ctx, input.attemptId);
    if (wasUndone(attempt)) return attempt;
    return this.undo.execute(ctx, attempt, 'withdrawn');
  }
}

/** Whether the last recall of the attempt was taken back already. */
export function wasUndone({ state, recall }: Attempt): boolean {
  return state !== 'SUSPENDED' && recall !== null && recall.confirmedBy === null;
}
