import type { RequestContext } from '@app/platform/context/request-context.js';
import { Fault } from '@app/platform/refusal/fault.js';
import type { Refusal } from '@app/platform/refusal/refusal.js';
import { Injectable } from '@nestjs/common';
import { refusal } from '../refusals.js';
import { isSameAnswer } from './answer.js';
import { AnswerRepository, type AnswerWrite, MOST_SAVES } from './answer.repository.js';
import type { Attempt } from './attempt.js';
import { isLate } from './attempt-rules.js';
import { refusal as pauseRefusal } from './pause-refusals.js';
import { restingUntil } from './pause-rules.js';
import { ViewAttempt } from './view-attempt.js';

/** Why an answer was not saved: read only after the conditional update found nothing to change. */
@Injectable()
export class ExplainUnsaved {
  constructor(
    private readonly view: ViewAttempt,
    private readonly answers: AnswerRepository,
  ) {}

  /** The earlier acknowledgement when this very answer is saved already; otherwise throws the refusal. */
  async execute(ctx: RequestContext, write: AnswerWrite): Promise<{ sequence: number; savedAt: Date }> {
    const attempt = await this.view.execute(ctx, { attemptId: write.attemptId });
    const saved = attempt.answers[write.itemId];
    if (saved?.sequence === write.sequence && isSameAnswer(saved.value, write.value))
      return { sequence: saved.sequence, savedAt: saved.savedAt };
    const why = whyUnsaved(attempt, write);
    if (why !== null) throw why;
    if ((await this.answers.savesOf(ctx.force, attempt.id)) >= MOST_SAVES - 1) throw refusal('HISTORY_FULL');
    // Everything holds now: somebody changed the attempt between the update and this reading.
    throw new Fault('CONFLICT');
  }
}

/** The refusal of an answer that was not saved, in the order in which a person would want to know; null when none fits. */
export function whyUnsaved(
  attempt: Attempt,
  write: Omit<AnswerWrite, 'personId' | 'attemptId'>,
): Refusal | null {
  const over = whyNotWriting(attempt, write.now);
  if (over !== null) return over;
  if (attempt.writer !== write.writer) return refusal('OTHER_WRITER');
  const restUntil = restingUntil(attempt, write.now);
  if (restUntil !== null) return pauseRefusal('ON_REST', { facts: { until: restUntil } });
  return whyNotItem(attempt, write);
}

/** Why nothing at all is saved in the attempt. */
function whyNotWriting(attempt: Attempt, now: Date): Refusal | null {
  if (attempt.state === 'SUSPENDED') return pauseRefusal('ATTEMPT_SUSPENDED');
  if (attempt.state === 'VOIDED') return pauseRefusal('ATTEMPT_VOIDED');
  if (attempt.state !== 'OPEN' && attempt.finishedBy === 'person') return refusal('ATTEMPT_SUBMITTED');
  if (attempt.state === 'OPEN' && !isLate(attempt, now)) return null;
  return refusal('ATTEMPT_OVER', { facts: { deadline: attempt.deadline } });
}

/** Why this answer is not saved although the attempt runs. */
function whyNotItem(attempt: Attempt, { itemId, sequence }: Pick<AnswerWrite, 'itemId' | 'sequence'>) {
  if (attempt.lockedItemIds.includes(itemId)) return pauseRefusal('ITEM_LOCKED', { field: 'itemId' });
  if (!attempt.paper.some((item) => item.itemId === itemId))
    return refusal('ITEM_NOT_IN_PAPER', { field: 'itemId' });
  const last = attempt.answers[itemId]?.sequence ?? 0;
  return last >= sequence ? refusal('OLD_SEQUENCE', { field: 'sequence' }) : null;
}
