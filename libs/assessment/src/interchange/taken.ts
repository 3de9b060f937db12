import type { AnswerValue } from '../attempt/answer.js';
import type { ItemContent } from '../item/item-content.js';

/** Why a question is not taken: a stable code, and what in it is meant. */
export interface NotTaken {
  readonly taken: false;
  readonly reason: NotTakenReason;
  /** The element, operator or text in question; empty where there is none. */
  readonly what: string;
}

/**
 * `malformed`: it is not what it says it is. `entities`: it declares entities. `no-question`: it asks nothing (a category, a description,
 * an item without an interaction). `interaction`: a way of answering that we do not have. `operator`: its marking uses something that
 * is not read. `no-score`: its marking gives no score. `no-rule`: none of our rules scores every answer as it does. `points`:
 * its points are no positive multiple of 0.5. `too-many-answers`: too many to compare them all.
 */
export type NotTakenReason =
  | 'malformed'
  | 'entities'
  | 'no-question'
  | 'interaction'
  | 'operator'
  | 'no-score'
  | 'no-rule'
  | 'points'
  | 'too-many-answers';

/** A question as one of ours. What an import adds (skill, level, use, key) is not in it. */
export interface TakenItem {
  readonly taken: true;
  readonly title: string | null;
  readonly tags: readonly string[];
  readonly stem: string;
  readonly explanation: string | null;
  readonly shuffle: boolean;
  readonly points: number;
  readonly content: ItemContent;
  /** Addresses of pictures that the import must fetch: `content` holds them where a file id belongs. */
  readonly media: readonly string[];
  /** What it said and our item does not. */
  readonly losses: readonly string[];
}

/** Thrown inside the readers, and given as `NotTaken`. */
export class CannotTake extends Error {
  constructor(
    readonly reason: NotTakenReason,
    readonly what = '',
  ) {
    super(`${reason}: ${what}`);
  }
}

/** What the reading gives, or the reason why nothing was taken. */
export function orNotTaken<T>(read: () => T): T | NotTaken {
  try {
    return read();
  } catch (error) {
    if (error instanceof CannotTake) return { taken: false, reason: error.reason, what: error.what };
    throw error;
  }
}

/** An answer in our terms; undefined for none. */
export type Answer = AnswerValue | undefined;
