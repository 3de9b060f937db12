import type { RequestContext } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { Injectable } from '@nestjs/common';
import { AppealRepository } from '../appeal/appeal.repository.js';
import type { ItemId, ItemVersion } from '../item/item.js';
import { ItemRepository } from '../item/item.repository.js';
import { keyOf } from '../item/key-of.js';
import type { AnswerValue } from './answer.js';
import type { Attempt, ItemMark } from './attempt.js';
import { AttemptRepository } from './attempt.repository.js';
import { nextFrom, usedUp } from './start-rules.js';

/** The feedback on one item. */
export interface ItemFeedback {
  readonly itemId: ItemId;
  readonly awarded: number;
  readonly outOf: number;
  readonly correct: boolean;
  /** What would have been right, in the shape of an answer; a written item shows its rubric's criteria as text. */
  readonly key: AnswerValue;
  readonly explanation: Words | null;
  readonly lawIds: readonly string[];
}

/** A released result. */
export interface AttemptResult {
  readonly score: number;
  readonly outOf: number;
  readonly percent: number;
  readonly passMark: number;
  readonly passed: boolean;
  readonly items: readonly ItemFeedback[];
  /** Null when passed, or when no attempt is left. */
  readonly nextAttemptFrom: Date | null;
  readonly attemptsLeft: number;
}

/** Reads results with their feedback: of released attempts only (ASM-42). */
@Injectable()
export class ResultReader {
  constructor(
    private readonly items: ItemRepository,
    private readonly attempts: AttemptRepository,
    private readonly appeals: AppealRepository,
  ) {}

  /** The result of an attempt that the caller has shown to be theirs; null until it is released. */
  async of(ctx: RequestContext, attempt: Attempt): Promise<AttemptResult | null> {
    const { marks, terms } = attempt;
    if (attempt.state !== 'RELEASED' || marks === null) return null;
    const versions = await this.items.versionsById(attempt.paper.map(({ versionId }) => versionId));
    const byItem = new Map([...versions.values()].map((version) => [version.itemId, version]));
    const { enrolmentId, componentKey } = attempt;
    const all = await this.attempts.ofEnrolment(ctx.force, enrolmentId, componentKey);
    const fresh = await this.appeals.freshAttempts(ctx.force, enrolmentId, componentKey);
    // The last attempt knows best what is allowed; fresh attempts that were given since come on top of an older one's.
    const allowed = Math.max(terms.maxAttempts, (all[0]?.terms.maxAttempts ?? 0) + fresh);
    const attemptsLeft = marks.passed ? 0 : Math.max(0, allowed - usedUp(all).length);
    return {
      score: marks.score,
      outOf: marks.outOf,
      percent: marks.percent,
      passMark: terms.passPercent,
      passed: marks.passed,
      items: marks.items.flatMap((mark) => feedbackOf(mark, byItem.get(mark.itemId))),
      nextAttemptFrom: attemptsLeft === 0 ? null : nextFrom(all, terms.coolDownHours),
      attemptsLeft,
    };
  }
}

function feedbackOf(mark: ItemMark, version: ItemVersion | undefined): ItemFeedback[] {
  if (version === undefined) return [];
  const { itemId, awarded, outOf } = mark;
  const { explanation, lawIds } = version;
  const correct = mark.correct === true;
  return [{ itemId, awarded, outOf, correct, key: keyOf(version.content), explanation, lawIds }];
}
