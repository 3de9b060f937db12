import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { type Attempt, type AttemptId, moveAttempt, type PaperMarks } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import { announceMarks } from '../attempt/finish-attempt.js';
import { totalled } from '../marking/mark-paper.js';
import { MarkAgain } from '../regrade/mark-again.js';
import { SittingRepository } from '../sitting/sitting.repository.js';
import { finalOf, type MarkedResponse } from './response.js';
import { ResponseRepository } from './response.repository.js';

/**
 * Completes the marks of an attempt once the last of its responses is released (ASM-124): AWAITING_MARKER → MARKED, and RELEASED
 * where its assessment releases at once or its sitting's results are out. Called inside a unit of work; an attempt that waits
 * for nothing (voided meanwhile, or done) is left alone. The machine's part is marked again, since an item may have been found
 * faulty meanwhile (ASM-147).
 */
@Injectable()
export class CompleteMarking {
  constructor(
    private readonly responses: ResponseRepository,
    private readonly attempts: AttemptRepository,
    private readonly sittings: SittingRepository,
    private readonly markAgain: MarkAgain,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, attemptId: AttemptId, announce: Announce): Promise<void> {
    const responses = await this.responses.ofSource(ctx.force, { kind: 'attempt-item', id: attemptId });
    if (responses.some(({ state }) => state !== 'RELEASED')) return;
    const attempt = await this.attempts.byId(ctx.force, attemptId);
    if (attempt?.state !== 'AWAITING_MARKER' || attempt.marks === null) return;
    const machine = await this.markAgain.machinePart(attempt);
    const marks = completed(machine, responses, attempt.terms.passPercent);
    const marked = { ...moveAttempt(attempt, 'MARKED'), marks };
    const releasedAt = this.clock.now();
    const isOut = await this.isOut(ctx, attempt);
    const ended = isOut ? { ...moveAttempt(marked, 'RELEASED'), releasedAt } : marked;

    await this.attempts.saveMarks(attempt, ended);

    announceMarks(ended, announce);
  }

  private async isOut(ctx: RequestContext, attempt: Attempt): Promise<boolean> {
    if (attempt.terms.policy.release === 'AT_ONCE') return true;
    return (await this.sittings.load(ctx.force, attempt.sittingId)).resultsReleasedAt !== null;
  }
}

/** ASM-124: the paper's marks with what people gave; decided on points, as a machine-marked paper's are (ASM-29). */
export function completed(
  marks: PaperMarks,
  responses: readonly MarkedResponse[],
  passPercent: number,
): PaperMarks {
  const finals = new Map(responses.map((response) => [response.source.itemId, finalOf(response)]));
  const items = marks.items.map((mark) => {
    const final = finals.get(mark.itemId);
    if (mark.correct !== null || final === undefined || final === null) return mark;
    return { ...mark, awarded: final.awarded, correct: final.awarded === mark.outOf };
  });
  return totalled(items, passPercent);
}
