import type { AnswerValue } from '../attempt/answer.js';
import type { ItemContent } from '../item/item-content.js';
import { isPersonMarked, shareOf } from '../marking/mark-item.js';
import { NOTHING, type Share } from '../marking/points.js';
import { contentWithKey } from './content-with-key.js';

/** The four ways to mend a faulty version of an item (BEHAVIOURS 1.5). */
export const REMEDY_KINDS = ['accept', 'full-marks', 'drop', 'rescore'] as const;
export type RemedyKind = (typeof REMEDY_KINDS)[number];

/**
 * What is done about one faulty item version, for everybody who had it. `accept`: another answer is as right as the key.
 * `full-marks`: everybody gets its points, answered or not. `drop`: it does not count, and the rest is scaled up to what the
 * paper is worth. `rescore`: another key replaces the key.
 */
export type Remedy =
  | { readonly kind: 'accept' | 'rescore'; readonly answer: AnswerValue }
  | { readonly kind: 'full-marks' | 'drop' };

/** The remedies in force, by item version, each list in the order in which they were applied. */
export type Remedies = ReadonlyMap<string, readonly Remedy[]>;

export const NO_REMEDIES: Remedies = new Map();

/** How a version is marked once its remedies are counted in. */
export interface Mending {
  /** The contents by whose keys an answer is marked; the best counts. */
  readonly contents: readonly ItemContent[];
  readonly isFull: boolean;
  readonly isDropped: boolean;
}

/**
 * ASM-141: what several remedies of one version come to, in their order: an accepted answer adds to the keys, a new key takes
 * their place and ends full marks and dropping, and of full marks and dropping the later holds.
 */
export function mended(content: ItemContent, remedies: readonly Remedy[]): Mending {
  const unmended: Mending = { contents: [content], isFull: false, isDropped: false };
  return remedies.reduce((mending, remedy) => withRemedy(mending, content, remedy), unmended);
}

function withRemedy(mending: Mending, content: ItemContent, remedy: Remedy): Mending {
  switch (remedy.kind) {
    case 'full-marks':
      return { ...mending, isFull: true, isDropped: false };
    case 'drop':
      return { ...mending, isFull: false, isDropped: true };
    case 'accept':
      return { ...mending, contents: [...mending.contents, contentWithKey(content, remedy.answer)] };
    case 'rescore':
      return { contents: [contentWithKey(content, remedy.answer)], isFull: false, isDropped: false };
  }
}

/** ASM-141: the best share that an answer gets by any of the keys; null when a person must say. */
export function bestShare(contents: readonly ItemContent[], answer: AnswerValue | undefined): Share | null {
  const shares = contents.map((content) => shareOf(content, answer));
  if (shares.includes(null)) return null;
  return shares.reduce<Share>(
    (best, share) => (share !== null && share.got * best.of > best.got * share.of ? share : best),
    NOTHING,
  );
}

/** Whether the remedy says what is right, which only a machine-marked item can be told. */
export function needsKey(remedy: Remedy): remedy is Extract<Remedy, { answer: AnswerValue }> {
  return remedy.kind === 'accept' || remedy.kind === 'rescore';
}

/** ASM-140: whether a remedy can be applied to items of that content at all. */
export function fits(content: ItemContent, remedy: Remedy): boolean {
  if (!needsKey(remedy)) return true;
  if (isPersonMarked(content)) return false;
  const share = shareOf(contentWithKey(content, remedy.answer), remedy.answer);
  return share !== null && share.of > 0 && share.got === share.of;
}
