import type { AnswerValue } from '../attempt/answer.js';
import type { ContentOf, ItemContent, ItemType } from '../item/item-content.js';
import { isAccepted, isNear } from './compare.js';
import {
  shareOfCloze,
  shareOfHotspot,
  shareOfMatch,
  shareOfMatrix,
  shareOfMultiple,
  shareOfOrder,
  weighed,
} from './mark-parts.js';
import { NOTHING, type Share, whole } from './points.js';

/** The types that wait for a marker, and the one that no paper draws. */
export type PersonMarked = 'written' | 'file-response' | 'practical';

/**
 * What share of an item's points an answer gets (ASM-29); null when a person must say. Nothing answered gets nothing, and
 * so does an answer of another type's shape, rather than being an error.
 */
export function shareOf(content: ItemContent, answer: AnswerValue | undefined): Share | null {
  if (answer === undefined) return NOTHING;
  if (isPersonMarked(content)) return isBlank(answer) ? NOTHING : null;
  // The table's key is the content's own type, which TypeScript cannot follow through an index.
  return (rules[content.type] as (content: ItemContent, answer: AnswerValue) => Share)(content, answer);
}

/** Whether an answer gets all of the points (ASM-29); null when a person must say. */
export function isRight(content: ItemContent, answer: AnswerValue | undefined): boolean | null {
  const share = shareOf(content, answer);
  return share === null ? null : share.got === share.of;
}

/** Whether only a person can mark it: WRITTEN and FILE_RESPONSE by their rubric, PRACTICAL by watching. */
export function isPersonMarked(content: ItemContent): content is ContentOf<PersonMarked> {
  return content.type === 'written' || content.type === 'file-response' || content.type === 'practical';
}

function isBlank(answer: AnswerValue): boolean {
  if ('fileIds' in answer) return answer.fileIds.length === 0;
  return 'text' in answer && answer.text.trim() === '';
}

/**
 * SINGLE. Right when the one choice is the key. Two choices are wrong, even when the key is among them. Weighted: the one
 * choice is worth what the item says.
 */
function shareOfSingle(content: ContentOf<'single'>, answer: AnswerValue): Share {
  if (content.weights !== undefined)
    return 'choices' in answer && answer.choices.length === 1
      ? weighed(content.weights, answer.choices)
      : NOTHING;
  return whole('choices' in answer && answer.choices.length === 1 && answer.choices[0] === content.key);
}

/** TRUE_FALSE. Right when the one choice is `true` or `false`, as the key is. */
function shareOfTrueFalse(content: ContentOf<'true-false'>, answer: AnswerValue): Share {
  return whole(
    'choices' in answer && answer.choices.length === 1 && answer.choices[0] === String(content.key),
  );
}

/** NUMERIC. Right within the tolerance, both ends included, in the item's unit; all or nothing. */
function shareOfNumber(content: ContentOf<'numeric'>, answer: AnswerValue): Share {
  return whole('number' in answer && isNear(content, answer.number));
}

/** SHORT_TEXT. Right when it is an accepted form once both are made comparable; all or nothing. */
function shareOfText(content: ContentOf<'short-text'>, answer: AnswerValue): Share {
  return whole('text' in answer && isAccepted(content, answer.text));
}

const rules: {
  readonly [T in Exclude<ItemType, PersonMarked>]: (content: ContentOf<T>, answer: AnswerValue) => Share;
} = {
  single: shareOfSingle,
  multiple: shareOfMultiple,
  'true-false': shareOfTrueFalse,
  match: shareOfMatch,
  order: shareOfOrder,
  numeric: shareOfNumber,
  'short-text': shareOfText,
  cloze: shareOfCloze,
  hotspot: shareOfHotspot,
  matrix: shareOfMatrix,
};
