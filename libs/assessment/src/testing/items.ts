import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import type {
  BankItem,
  ItemContent,
  ItemId,
  ItemOption,
  ItemText,
  ItemVersionId,
  PackItem,
} from '../item/item.js';
import { factsOf } from '../item/item.schema.js';

/** Options `a`, `b`, `c` … with a text each. */
export function options(...ids: string[]): ItemOption[] {
  return ids.map((id) => ({ id, text: englishOnly(`Option ${id}`) }));
}

/** A single-choice content whose right answer is `a`. */
export const single: Extract<ItemContent, { type: 'single' }> = {
  type: 'single',
  options: options('a', 'b', 'c', 'd'),
  key: 'a',
};

/** A faultless paper item of the pack, ready to draw, no sample. */
export function packItem(key: string, more: Partial<PackItem> = {}): PackItem {
  return {
    key,
    courseCode: 'OLH-101',
    state: 'ready',
    use: 'paper',
    sample: false,
    skillId: 'OLH-01',
    level: 2,
    tags: [],
    difficulty: null,
    stimulusId: null,
    points: 1,
    authorIds: [],
    reviewerIds: [],
    stem: englishOnly(`What is asked in ${key}?`),
    explanation: englishOnly(`Why, in ${key}.`),
    lawIds: ['osa-regime'],
    content: single,
    ...more,
  };
}

/** An item as a draw sees it. */
export function bankItem(key: string, more: Partial<BankItem> = {}): BankItem {
  return {
    id: newId<ItemId>(),
    versionId: newId<ItemVersionId>(),
    key,
    type: 'single',
    state: 'ready',
    use: 'paper',
    sample: false,
    skillId: 'OLH-01',
    level: 2,
    tags: [],
    difficulty: null,
    stimulusId: null,
    points: 1,
    authorIds: [],
    reviewerIds: [],
    exposure: 0,
    ...more,
  };
}

/** The text of a pack item alone, as a version holds it. */
export function itemText(more: Partial<PackItem> = {}): ItemText {
  const { stem, explanation, lawIds, content, ...item } = packItem('OLH-101-Q01', more);
  return { ...factsOf(item), stem, explanation, lawIds, content };
}
