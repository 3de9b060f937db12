import type { RequestContext } from '@app/platform/context/request-context.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { type Attempt, type AttemptId, moveAttempt, type PaperMarks } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import { announceMarks } from '../attempt/finish-attempt.js';
import { percentOf, reaches } from '../marking/mark-paper.js';
import { sumOf } from '../marking/points.js';
import { SittingRepository } from '../sitting/sitting.repository.js';
import { finalOf, type MarkedResponse } from './response.js';
import { ResponseRepository } from './response.repository.js';

/**
 * Completes the marks of an attempt once the last of its responses is released (ASM-124): AWAITING_MARKER → MARKED, and RELEASED
 * where its assessment releases at once or its sitting's results are out. Called inside a unit of work; an attempt that waits
 * for nothing (voided meanwhile, or done) is left alone.
 */
@Injectable()
export class CompleteMarking {
  constructor(
    private readonly responses: ResponseRepository,
    private readonly attempts: AttemptRepository,
    private readonly sittings: SittingRepository,
  ) {}

  async execute(ctx: RequestContext, attemptId: AttemptId, announce: Announce): Promise<void> {
    const responses = await this.responses.ofSource(ctx.force, { kind: 'attempt-item', id: attemptId });
    if (responses.some(({ state }) => state !== 'RELEASED')) return;
    const attempt = await this.attempts.byId(ctx.force, attemptId);
    if (attempt?.state !== 'AWAITING_MARKER' || attempt.marks === null) return;
    const marks = completed(attempt.marks, responses, attempt.terms.passPercent);
    const marked = { ...moveAttempt(attempt, 'MARKED'), marks };
    const ended = (await this.isOut(ctx, attempt)) ? moveAttempt(marked, 'RELEASED') : marked;

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
    if (final === undefined || final === null) return mark;
    return { ...mark, awarded: final.awarded, correct: final.awarded === mark.outOf };
  });
  const score = sumOf(items.map(({ awarded }) => awarded));
  const percent = percentOf(score, marks.outOf);
  const passed = reaches(score, marks.outOf, passPercent);
  const isWaiting = items.some(({ correct }) => correct === null);
  return { ...marks, items, score, percent, passed, isWaiting };
}
