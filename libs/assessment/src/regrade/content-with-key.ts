import type { AnswerValue } from '../attempt/answer.js';
import type { ClozeGap, ContentOf, ItemContent, ItemType } from '../item/item-content.js';

const NO_CHOICE: readonly string[] = [];

const rekeyed: { readonly [T in ItemType]: (content: ContentOf<T>, key: AnswerValue) => ItemContent } = {
  single: ({ type, options }, key) => ({ type, options, key: choices(key)[0] ?? '' }),
  multiple: ({ weights: _weights, scoring, ...content }, key) => ({
    ...content,
    ...(scoring === undefined || scoring === 'weighted' ? {} : { scoring }),
    key: choices(key),
  }),
  'true-false': ({ type }, key) => ({ type, key: choices(key)[0] === 'true' }),
  match: (content, key) => ({ ...content, key: 'pairs' in key ? key.pairs : [] }),
  matrix: (content, key) => ({ ...content, key: 'pairs' in key ? key.pairs : [] }),
  order: ({ alsoRight: _alsoRight, ...content }, key) => ({ ...content, key: choices(key) }),
  hotspot: (content, key) => ({ ...content, key: choices(key) }),
  numeric: (content, key) => ({ ...content, answer: 'number' in key ? key.number : Number.NaN }),
  'short-text': (content, key) => ({ ...content, accepted: 'text' in key ? [key.text] : [] }),
  cloze: (content, key) => ({ ...content, gaps: content.gaps.map((gap) => filledBy(gap, key)) }),
  written: (content) => content,
  'file-response': (content) => content,
  practical: (content) => content,
};

/**
 * The content with another key, given in the shape of an answer; scoring, tolerance and normalisation stay, weights of single
 * options do not, since they were of the old key. Content that a person marks has no key and stays as it is.
 */
export function contentWithKey(content: ItemContent, key: AnswerValue): ItemContent {
  // The table's key is the content's own type, which TypeScript cannot follow through an index.
  return (rekeyed[content.type] as (content: ItemContent, key: AnswerValue) => ItemContent)(content, key);
}

function choices(key: AnswerValue): readonly string[] {
  return 'choices' in key ? key.choices : NO_CHOICE;
}

/** A gap that the key does not name keeps what fills it. */
function filledBy(gap: ClozeGap, key: AnswerValue): ClozeGap {
  const text = 'gaps' in key ? key.gaps.find(({ id }) => id === gap.id)?.text : undefined;
  if (text === undefined) return gap;
  if (gap.kind === 'text') return { ...gap, accepted: [text] };
  return gap.kind === 'number' ? { ...gap, answer: Number(text) } : { ...gap, key: text };
}
