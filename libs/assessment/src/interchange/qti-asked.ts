import type { ItemContent } from '../item/item-content.js';
import type { GivenResponses } from './qti-process.js';
import type { Answer } from './taken.js';

/** A way in which an item may be answered, and how our item would hold the answer. */
export interface PossibleAnswer {
  readonly given: GivenResponses;
  readonly answer: Answer;
}

/** What an item asks, without what scores: every answer there is, and what our item may be once the best answers are known. */
export interface Question {
  readonly stem: string;
  readonly shuffle: boolean;
  readonly media: readonly string[];
  readonly losses: readonly string[];
  /** Every answer that scoring can tell from another. Null when a person marks it. */
  readonly answers: readonly PossibleAnswer[] | null;
  readonly answerTo: (given: GivenResponses) => Answer;
  /** Contents that might score as the item does, likeliest first. `scoreOf` is the item's own scoring. */
  readonly contents: (scoreOf: (given: GivenResponses) => number, points: number) => ItemContent[];
}

/** The most answers that are compared. */
export const MOST_ANSWERS = 20_000;
