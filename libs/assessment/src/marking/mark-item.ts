import type { AnswerValue } from '../attempt/answer.js';
import type { ItemContent, ItemType } from '../item/item.js';
import { normalised } from './normalise.js';

type ContentOf<T extends ItemType> = Extract<ItemContent, { type: T }>;

/**
 * Whether an answer is right (ASM-29); null when a person must say. Every machine-marked type is all or nothing, nothing
 * answered is wrong, and an answer of another type's shape is wrong rather than an error.
 */
export function isRight(content: ItemContent, answer: AnswerValue | undefined): boolean | null {
  if (content.type === 'written' || content.type === 'practical') return answer === undefined ? false : null;
  if (answer === undefined) return false;
  // The table's key is the content's own type, which TypeScript cannot follow through an index.
  return (rules[content.type] as (content: ItemContent, answer: AnswerValue) => boolean)(content, answer);
}

/** Right when the one choice is the key. Two choices are wrong, even when the key is among them. */
export function isRightSingle(content: ContentOf<'single'>, answer: AnswerValue): boolean {
  return 'choices' in answer && answer.choices.length === 1 && answer.choices[0] === content.key;
}

/** All or nothing: right when exactly the key's options are chosen, in any order. One missing or one too many is wrong. */
export function isRightMultiple(content: ContentOf<'multiple'>, answer: AnswerValue): boolean {
  if (!('choices' in answer)) return false;
  const chosen = new Set(answer.choices);
  return chosen.size === content.key.length && content.key.every((id) => chosen.has(id));
}

/** Right when the one choice is `true` or `false`, as the key is. */
export function isRightTrueFalse(content: ContentOf<'true-false'>, answer: AnswerValue): boolean {
  return 'choices' in answer && answer.choices.length === 1 && answer.choices[0] === String(content.key);
}

/** All or nothing: right when every option is paired with the key's target, and nothing else is. */
export function isRightMatch(content: ContentOf<'match'>, answer: AnswerValue): boolean {
  if (!('pairs' in answer) || answer.pairs.length !== content.key.length) return false;
  const given = new Map(answer.pairs.map(({ left, right }) => [left, right]));
  return content.key.every(({ left, right }) => given.get(left) === right);
}

/** Exact: right when every option stands at the key's place. A swap of two neighbours is wrong. */
export function isRightOrder(content: ContentOf<'order'>, answer: AnswerValue): boolean {
  if (!('choices' in answer) || answer.choices.length !== content.key.length) return false;
  return content.key.every((id, place) => answer.choices[place] === id);
}

/**
 * Right when it lies no further from the answer than the tolerance, both ends included, in the item's unit. Decimal
 * fractions that binary cannot hold get the benefit of a few units in the last place.
 */
export function isRightNumber(content: ContentOf<'numeric'>, answer: AnswerValue): boolean {
  if (!('number' in answer)) return false;
  const doubt = 4 * Number.EPSILON * Math.max(Math.abs(content.answer), Math.abs(answer.number));
  return Math.abs(answer.number - content.answer) <= content.tolerance + doubt;
}

/** Right when it equals an accepted form after both were made comparable as `normalised` says. An empty text is wrong. */
export function isRightText(content: ContentOf<'short-text'>, answer: AnswerValue): boolean {
  if (!('text' in answer)) return false;
  const given = normalised(answer.text, content.normalise);
  if (given.trim() === '') return false;
  return content.accepted.some((form) => normalised(form, content.normalise) === given);
}

const rules: {
  readonly [T in Exclude<ItemType, 'written' | 'practical'>]: (
    content: ContentOf<T>,
    answer: AnswerValue,
  ) => boolean;
} = {
  single: isRightSingle,
  multiple: isRightMultiple,
  'true-false': isRightTrueFalse,
  match: isRightMatch,
  order: isRightOrder,
  numeric: isRightNumber,
  'short-text': isRightText,
};
