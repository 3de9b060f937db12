import { elementsOf, localName, type XmlElement } from '@app/platform/xml/xml.js';
import type { Question } from './qti-asked.js';
import { blanksOf } from './qti-blanks.js';
import { choiceOf, hotspotOf } from './qti-choices.js';
import type { QtiDocument } from './qti-document.js';
import { gapMatchOf, matchOf, orderOf } from './qti-pairs.js';
import { BLANKS, wordsOf } from './qti-words.js';
import { CannotTake } from './taken.js';

const KNOWN: Readonly<
  Record<string, (item: QtiDocument, interaction: XmlElement) => Omit<Question, 'stem'>>
> = {
  choiceInteraction: choiceOf,
  hotspotInteraction: hotspotOf,
  orderInteraction: orderOf,
  gapMatchInteraction: gapMatchOf,
  matchInteraction: matchOf,
};

/** What an item asks. Throws `CannotTake` for what we cannot ask. */
export function questionOf(item: QtiDocument, values: ReadonlyMap<string, unknown>): Question {
  const { body } = item;
  if (body === undefined) throw new CannotTake('no-question', 'itemBody');
  const found = interactionsIn(body);
  const [first] = found;
  if (first === undefined) throw new CannotTake('no-question', 'interaction');
  const kinds = [...new Set(found.map(({ name }) => localName(name)))];
  if (kinds.every((kind) => BLANKS.has(kind))) return blanksOf(item, found, (node) => wordsOf(node, values));
  const [kind = ''] = kinds;
  if (found.length > 1)
    throw new CannotTake('interaction', found.map(({ name }) => localName(name)).join(' + '));
  const stem = wordsOf(body, values);
  if (kind === 'extendedTextInteraction') return { ...written(first), stem };
  const read = KNOWN[kind];
  if (read === undefined) throw new CannotTake('interaction', kind);
  return { ...read(item, first), stem };
}

function interactionsIn(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((each) =>
    localName(each.name).endsWith('Interaction') ? [each] : interactionsIn(each),
  );
}

/** A written answer: a person marks it, by a rubric that QTI does not have. */
function written(interaction: XmlElement): Omit<Question, 'stem'> {
  const id = interaction.attributes['responseIdentifier'] ?? '';
  return {
    shuffle: false,
    media: [],
    losses: ['a rubric has to be written: it stands for the whole answer'],
    answers: null,
    answerTo: (given) => (typeof given[id] === 'string' ? { text: given[id] } : undefined),
    contents: (_scoreOf, points) => [
      {
        type: 'written',
        rubric: [{ criterion: { en: 'The whole answer', cy: null, cyState: 'absent' }, points }],
      },
    ],
  };
}
