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
import type { ClozeGap, ContentOf } from '../item/item-content.js';

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

/** A cloze of one text whose first gap is this one, and of further gaps. */
export function cloze(...gaps: ClozeGap[]): ContentOf<'cloze'> {
  const more = gaps.slice(1).map(({ id }) => ` [[${id}]]`);
  return { type: 'cloze', text: englishOnly(`Seized at [[g1]].${more.join('')}`), gaps };
}

/** An image of 100 by 100 pixels with three labelled areas, of which the port is right. */
export function hotspot(more: Partial<ContentOf<'hotspot'>> = {}): ContentOf<'hotspot'> {
  return {
    type: 'hotspot',
    image: { fileId: '5'.repeat(24), alt: englishOnly('The back of a router'), width: 100, height: 100 },
    areas: [
      { id: 'dial', shape: 'circle', coords: [20, 20, 10], label: englishOnly('the dial') },
      { id: 'port', shape: 'rect', coords: [60, 60, 80, 80], label: englishOnly('the port') },
      { id: 'label', shape: 'poly', coords: [0, 50, 30, 50, 0, 90], label: englishOnly('the label') },
    ],
    key: ['port'],
    ...more,
  };
}

/** Two rows, each with its own right column. */
export function matrix(more: Partial<ContentOf<'matrix'>> = {}): ContentOf<'matrix'> {
  return {
    type: 'matrix',
    rows: options('r1', 'r2'),
    columns: options('yes', 'no'),
    multiple: false,
    key: [
      { left: 'r1', right: 'yes' },
      { left: 'r2', right: 'no' },
    ],
    ...more,
  };
}

/** A file response worth 5 points that takes PNG images of up to 1,000 bytes. */
export function fileResponse(more: Partial<ContentOf<'file-response'>> = {}): ContentOf<'file-response'> {
  const rubric = [{ criterion: englishOnly('shows the seal'), points: 5 }];
  return { type: 'file-response', rubric, mediaTypes: ['image/png'], mostBytes: 1000, ...more };
}

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
