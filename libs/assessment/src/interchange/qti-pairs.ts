import { englishOnly } from '@app/platform/context/words.js';
import { elementsOf, type XmlElement } from '@app/platform/xml/xml.js';
import type { ItemOption, OptionPair } from '../item/item-content.js';
import { MOST_ANSWERS, type Question } from './qti-asked.js';
import type { QtiDocument } from './qti-document.js';
import type { GivenResponses } from './qti-process.js';
import { membersOf } from './qti-value.js';
import { lineOf, wordsOf } from './qti-words.js';
import { CannotTake } from './taken.js';

type Body = Omit<Question, 'stem'>;

/** An order of choices. Every order of all of them is compared, and nothing. */
export function orderOf(_item: QtiDocument, interaction: XmlElement): Body {
  const response = interaction.attributes['responseIdentifier'] ?? '';
  const options = optionsOf(interaction, 'simpleChoice');
  if (options.length > 7) throw new CannotTake('too-many-answers', `${options.length} choices in order`);
  const answerTo = (given: GivenResponses) => {
    const choices = membersOf(given[response] ?? null);
    return choices.length === 0 ? undefined : { choices };
  };
  const givens = [[], ...permutationsOf(options.map(({ id }) => id))].map((order) => ({ [response]: order }));
  return {
    shuffle: interaction.attributes['shuffle'] === 'true',
    media: [],
    losses: [],
    answers: givens.map((given) => ({ given, answer: answerTo(given) })),
    answerTo,
    contents: (scoreOf, points) => {
      const key = membersOf(givens.find((given) => scoreOf(given) === points)?.[response] ?? null);
      return [
        { type: 'order', options, key },
        { type: 'order', options, key, scoring: 'adjacent-pairs' },
      ];
    },
  };
}

/** Words to put into gaps of a text: a cloze whose gaps are chosen from one list. */
export function gapMatchOf(_item: QtiDocument, interaction: XmlElement): Body {
  const response = interaction.attributes['responseIdentifier'] ?? '';
  const options = optionsOf(interaction, 'gapText');
  const gaps = gapsIn(interaction);
  const pairs = pairing(
    response,
    options.map(({ id }) => id),
    { sources: gaps, isSourceFirst: false },
  );
  const text = englishOnly(wordsOf(interaction, new Map()));
  return {
    shuffle: interaction.attributes['shuffle'] === 'true',
    media: [],
    losses: [],
    answers: pairs.givens.map((given) => ({ given, answer: asGaps(pairs.of(given)) })),
    answerTo: (given) => asGaps(pairs.of(given)),
    contents: (scoreOf, points) => {
      const best = pairs.of(pairs.givens.find((given) => scoreOf(given) === points) ?? {});
      const filled = gaps.map((id) => {
        const key = best.find(({ left }) => left === id)?.right ?? '';
        return {
          id,
          kind: 'choice' as const,
          options,
          key,
          weight: scoreOf(pairs.given([{ left: id, right: key }])),
        };
      });
      return [
        { type: 'cloze', text, gaps: filled },
        {
          type: 'cloze',
          text,
          gaps: filled.map((gap) => ({ ...gap, weight: 1 })),
          scoring: 'all-or-nothing',
        },
      ];
    },
  };
}

/** Two lists to be matched: each of the first has one of the second, or none. */
export function matchOf(_item: QtiDocument, interaction: XmlElement): Body {
  const response = interaction.attributes['responseIdentifier'] ?? '';
  const [from, to] = elementsOf(interaction, 'simpleMatchSet');
  if (from === undefined || to === undefined) throw new CannotTake('malformed', 'simpleMatchSet');
  const [options, targets] = [
    optionsOf(from, 'simpleAssociableChoice'),
    optionsOf(to, 'simpleAssociableChoice'),
  ];
  const several = elementsOf(from, 'simpleAssociableChoice').some(
    ({ attributes }) => attributes['matchMax'] !== '1',
  );
  if (several) throw new CannotTake('interaction', 'matchMax');
  const sources = options.map(({ id }) => id);
  const pairs = pairing(
    response,
    targets.map(({ id }) => id),
    { sources, isSourceFirst: true },
  );
  const asPairs = (found: readonly OptionPair[]) => (found.length === 0 ? undefined : { pairs: found });
  return {
    shuffle: interaction.attributes['shuffle'] === 'true',
    media: [],
    losses: [],
    answers: pairs.givens.map((given) => ({ given, answer: asPairs(pairs.of(given)) })),
    answerTo: (given) => asPairs(pairs.of(given)),
    contents: (scoreOf, points) => {
      const key = pairs.of(pairs.givens.find((given) => scoreOf(given) === points) ?? {});
      return [
        { type: 'match', options, targets, key },
        { type: 'match', options, targets, key, scoring: 'partial' },
      ];
    },
  };
}

/** Every way to give each source one of the targets, or none. In QTI a pair is one text, in the order of its declaration. */
function pairing(
  response: string,
  targets: readonly string[],
  { sources, isSourceFirst }: { sources: readonly string[]; isSourceFirst: boolean },
) {
  if ((targets.length + 1) ** sources.length > MOST_ANSWERS)
    throw new CannotTake('too-many-answers', 'pairs');
  const given = (pairs: readonly OptionPair[]): GivenResponses => ({
    [response]: pairs.map(({ left, right }) => (isSourceFirst ? `${left} ${right}` : `${right} ${left}`)),
  });
  const of = (responses: GivenResponses): OptionPair[] =>
    membersOf(responses[response] ?? null).map((pair) => {
      const [one = '', other = ''] = pair.split(/\s+/);
      return isSourceFirst ? { left: one, right: other } : { left: other, right: one };
    });
  const ways = sources.reduce<OptionPair[][]>(
    (all, left) => all.flatMap((way) => [way, ...targets.map((right) => [...way, { left, right }])]),
    [[]],
  );
  return { given, of, givens: ways.map(given) };
}

function asGaps(pairs: readonly OptionPair[]) {
  if (pairs.length === 0) return undefined;
  return { gaps: pairs.map(({ left, right }) => ({ id: left, text: right })) };
}

function optionsOf(parent: XmlElement, name: string): ItemOption[] {
  return elementsOf(parent, name).map((each) => ({
    id: each.attributes['identifier'] ?? '',
    text: englishOnly(lineOf(each)),
  }));
}

function gapsIn(element: XmlElement): string[] {
  return elementsOf(element).flatMap((each) =>
    /(?:^|:)gap$/.test(each.name) ? [each.attributes['identifier'] ?? ''] : gapsIn(each),
  );
}

function permutationsOf(ids: readonly string[]): string[][] {
  if (ids.length === 0) return [[]];
  return ids.flatMap((id) =>
    permutationsOf(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]),
  );
}
