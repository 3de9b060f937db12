import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { Attempt } from '../attempt/attempt.js';
import { CloseAttempt } from '../attempt/close-attempt.js';
import { RecallDue } from '../attempt/recall-due.js';
import { WithdrawResponses } from '../marking-round/withdraw-responses.js';

/** Ends whatever still waits for an attempt that counts no more: its closing, its recall, its markers. Called in a unit of work. */
@Injectable()
export class LetGoOfAttempt {
  constructor(
    private readonly closing: CloseAttempt,
    private readonly due: RecallDue,
    private readonly responses: WithdrawResponses,
  ) {}

  async execute(ctx: RequestContext, attempt: Attempt): Promise<void> {
    await this.closing.unschedule(attempt);
    await this.due.cancel(attempt);
    await this.responses.execute(ctx, { kind: 'attempt-item', id: attempt.id });
  }
}
