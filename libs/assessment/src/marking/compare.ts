import type { NumberKey, TypedKey } from '../item/item-content.js';
import { normalised } from './normalise.js';

/**
 * Right when it lies no further from the answer than the tolerance, both ends included, in the item's unit. Decimal
 * fractions that binary cannot hold get the benefit of a few units in the last place.
 */
export function isNear(key: Pick<NumberKey, 'answer' | 'tolerance'>, number: number): boolean {
  const doubt = 4 * Number.EPSILON * Math.max(Math.abs(key.answer), Math.abs(number));
  return Math.abs(number - key.answer) <= key.tolerance + doubt;
}

/** Right when it equals an accepted form after both were made comparable as `normalised` says. An empty text is wrong. */
export function isAccepted(key: TypedKey, text: string): boolean {
  const given = normalised(text, key.normalise);
  if (given.trim() === '') return false;
  return key.accepted.some((form) => normalised(form, key.normalise) === given);
}
