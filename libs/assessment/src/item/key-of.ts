import type { AnswerValue } from '../attempt/answer.js';
import type { ClozeGap, ItemContent, RubricLine } from './item-content.js';

/** The key of an item in the shape of an answer. What a person marks shows its rubric's criteria as text. */
export function keyOf(content: ItemContent): AnswerValue {
  switch (content.type) {
    case 'single':
      return { choices: [content.key] };
    case 'multiple':
    case 'order':
    case 'hotspot':
      return { choices: content.key };
    case 'true-false':
      return { choices: [String(content.key)] };
    case 'match':
    case 'matrix':
      return { pairs: content.key };
    case 'numeric':
      return { number: content.answer };
    case 'short-text':
      return { text: content.accepted.join(' / ') };
    case 'cloze':
      return { gaps: content.gaps.map((gap) => ({ id: gap.id, text: fillingOf(gap) })) };
    case 'written':
    case 'file-response':
      return { text: criteriaOf(content.rubric) };
    case 'practical':
      return { text: content.exerciseId };
  }
}

/** What fills a gap: the accepted forms, the number, or the id of the right option. */
function fillingOf(gap: ClozeGap): string {
  if (gap.kind === 'text') return gap.accepted.join(' / ');
  return gap.kind === 'number' ? String(gap.answer) : gap.key;
}

function criteriaOf(rubric: readonly RubricLine[]): string {
  return rubric.map(({ criterion }) => criterion.en).join('; ');
}
