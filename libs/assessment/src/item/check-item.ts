import type { Refusal } from '@app/platform/refusal/refusal.js';
import {
  checkCloze,
  checkFiles,
  checkHotspot,
  checkMatch,
  checkMatrix,
  checkOrder,
} from './check-content.js';
import {
  checkForms,
  checkKey,
  checkNumber,
  checkOptions,
  checkRubric,
  firstTwice,
  isHalfStep,
} from './check-options.js';
import { checkWeights } from './check-weights.js';
import type { CheckedItem } from './checked-item.js';
import type { ItemText } from './item.js';
import type { ContentOf, ItemContent, ItemType } from './item-content.js';
import { refusal } from './refusals.js';

const MOST_POINTS = 100;

/**
 * What is wrong with an item (ASM-04), each fault a refusal that names the item, the field and the reason; empty when
 * nothing is. An item with any fault is neither loaded nor sent for review, so that no paper ever holds a question that
 * cannot be answered, or can be answered in two ways. Whether its stimulus and its image exist is asked where they are kept.
 */
export function checkItem(item: ItemText & { readonly key: string }): Refusal[] {
  return [...checkFacts(item), ...checkContent(item)];
}

function checkFacts({ key, stem, points, level }: ItemText & { readonly key: string }): Refusal[] {
  const facts = { key };
  const faults: Refusal[] = [];
  if (stem.en.trim() === '') faults.push(refusal('ITEM_QUESTION_MISSING', { facts, field: 'stem' }));
  if (!isHalfStep(points) || points > MOST_POINTS)
    faults.push(refusal('ITEM_POINTS_MALFORMED', { facts, field: 'points' }));
  if (!Number.isInteger(level) || level < 1 || level > 4)
    faults.push(refusal('ITEM_LEVEL_MALFORMED', { facts, field: 'level' }));
  return faults;
}

function checkContent({ key, points, content }: ItemText & { readonly key: string }): Refusal[] {
  // The table's key is the content's own type, which TypeScript cannot follow through an index.
  const check = checks[content.type] as (content: ItemContent, item: CheckedItem) => Refusal[];
  return check(content, { key, points });
}

const options = (key: string) => ({ key, field: 'options' });

const checks: {
  readonly [T in ItemType]: (content: ContentOf<T>, item: CheckedItem) => Refusal[];
} = {
  single: (content, { key }) => [
    ...checkOptions(options(key), content.options),
    ...checkKey({ key, field: 'key' }, content.key === '' ? [] : [content.key], content.options),
    ...checkWeights(key, content),
  ],
  multiple: (content, { key }) => [
    ...checkOptions(options(key), content.options),
    ...checkKey({ key, field: 'key' }, content.key, content.options),
    ...checkWeights(key, content),
  ],
  'true-false': () => [],
  match: checkMatch,
  order: checkOrder,
  numeric: (content, { key }) => checkNumber({ key, field: '' }, content, () => noAnswer(key, 'answer')),
  'short-text': (content, { key }) =>
    checkForms({ key, field: 'accepted' }, content, () => noAnswer(key, 'accepted')),
  cloze: checkCloze,
  hotspot: checkHotspot,
  matrix: checkMatrix,
  written: ({ rubric }, { key, points }) => checkRubric(key, rubric, points),
  'file-response': checkFiles,
  practical: ({ exerciseId }, { key }) =>
    exerciseId === '' ? [refusal('ITEM_EXERCISE_MISSING', { facts: { key }, field: 'exerciseId' })] : [],
};

function noAnswer(key: string, field: string): Refusal {
  return refusal('ITEM_NO_RIGHT_ANSWER', { facts: { key }, field });
}

/** The keys that stand twice among items brought together. */
export function keysTwice(keys: readonly string[]): string[] {
  return [...new Set(keys.flatMap((_, place) => firstTwice(keys.slice(place))))];
}
