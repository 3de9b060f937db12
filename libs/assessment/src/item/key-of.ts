import type { AnswerValue } from '../attempt/answer.js';
import type { ClozeGap, ContentOf, ItemContent, ItemType, RubricLine } from './item-content.js';

const keys: { readonly [T in ItemType]: (content: ContentOf<T>) => AnswerValue } = {
  single: ({ key }) => ({ choices: [key] }),
  multiple: ({ key }) => ({ choices: key }),
  order: ({ key }) => ({ choices: key }),
  hotspot: ({ key }) => ({ choices: key }),
  'true-false': ({ key }) => ({ choices: [String(key)] }),
  match: ({ key }) => ({ pairs: key }),
  matrix: ({ key }) => ({ pairs: key }),
  numeric: ({ answer }) => ({ number: answer }),
  'short-text': ({ accepted }) => ({ text: accepted.join(' / ') }),
  cloze: ({ gaps }) => ({ gaps: gaps.map((gap) => ({ id: gap.id, text: fillingOf(gap) })) }),
  written: ({ rubric }) => ({ text: criteriaOf(rubric) }),
  'file-response': ({ rubric }) => ({ text: criteriaOf(rubric) }),
  practical: ({ exerciseId }) => ({ text: exerciseId }),
};

/** The key of an item in the shape of an answer. What a person marks shows its rubric's criteria as text. */
export function keyOf(content: ItemContent): AnswerValue {
  // The table's key is the content's own type, which TypeScript cannot follow through an index.
  return (keys[content.type] as (content: ItemContent) => AnswerValue)(content);
}

/** What fills a gap: the accepted forms, the number, or the id of the right option. */
function fillingOf(gap: ClozeGap): string {
  if (gap.kind === 'text') return gap.accepted.join(' / ');
  return gap.kind === 'number' ? String(gap.answer) : gap.key;
}

function criteriaOf(rubric: readonly RubricLine[]): string {
  return rubric.map(({ criterion }) => criterion.en).join('; ');
}
