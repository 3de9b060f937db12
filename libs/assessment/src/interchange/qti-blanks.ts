import { englishOnly } from '@app/platform/context/words.js';
import { elementsOf, localName, textIn, type XmlElement, type XmlNode } from '@app/platform/xml/xml.js';
import type { ClozeGap, ItemContent, ItemOption } from '../item/item-content.js';
import { MOST_ANSWERS, type Question } from './qti-asked.js';
import type { QtiDocument } from './qti-document.js';
import type { GivenResponses } from './qti-process.js';
import { membersOf, type QtiValue } from './qti-value.js';
import { lineOf } from './qti-words.js';
import { type Answer, CannotTake } from './taken.js';

/** One blank of a text, and the values that scoring can tell apart: null is nothing. */
interface Blank {
  readonly id: string;
  readonly kind: 'text' | 'number' | 'choice';
  readonly options: readonly ItemOption[];
  readonly values: readonly QtiValue[];
}

type ScoreOf = (given: GivenResponses) => number;

/** What nobody would type. */
const OTHER_TEXT = 'ζ no such word ζ';

/** A text with blanks: one typed blank alone is a short text or a number, anything else a cloze. */
export function blanksOf(
  item: QtiDocument,
  interactions: readonly XmlElement[],
  wordsOf: (node: XmlNode) => string,
): Question {
  const blanks = interactions.map((interaction) => blankOf(item, interaction));
  const text = item.body === undefined ? '' : wordsOf(item.body);
  const [only] = blanks;
  const alone = blanks.length === 1 && only !== undefined && only.kind !== 'choice' ? only : null;
  const answerTo = (given: GivenResponses) =>
    alone === null ? asGaps(blanks, given) : asTyped(alone, given);
  return {
    stem: text.replace(/\[\[[^\]]*\]\]/g, '_____'),
    shuffle: interactions.some(({ attributes }) => attributes['shuffle'] === 'true'),
    media: [],
    losses: [],
    answers: productOf(blanks).map((given) => ({ given, answer: answerTo(given) })),
    answerTo,
    contents: (scoreOf, points) => {
      const best = productOf(blanks).find((given) => scoreOf(given) === points) ?? {};
      const gaps = blanks.map((blank) => gapOf(blank, best, { scoreOf, points }));
      return alone === null ? clozes(text, gaps) : gaps.flatMap(typed);
    },
  };
}

function clozes(text: string, gaps: readonly ClozeGap[]): ItemContent[] {
  const even = gaps.map((gap) => ({ ...gap, weight: 1 }));
  return [
    { type: 'cloze', text: englishOnly(text), gaps },
    { type: 'cloze', text: englishOnly(text), gaps: even, scoring: 'all-or-nothing' },
  ];
}

function typed(gap: ClozeGap): ItemContent[] {
  if (gap.kind === 'text') return [{ type: 'short-text', accepted: gap.accepted, normalise: gap.normalise }];
  if (gap.kind === 'number')
    return [{ type: 'numeric', answer: gap.answer, tolerance: gap.tolerance, unit: gap.unit }];
  return [];
}

/** The gap that a blank becomes: what fills it is whatever earns everything while the others stay right. */
function gapOf(
  { id, kind, options, values }: Blank,
  best: GivenResponses,
  { scoreOf, points }: { scoreOf: ScoreOf; points: number },
): ClozeGap {
  const right = values.filter((value) => value !== null && scoreOf({ ...best, [id]: value }) === points);
  const weight = points - scoreOf({ ...best, [id]: null });
  if (kind === 'choice') return { id, kind, options, key: String(right[0] ?? ''), weight };
  if (kind === 'number') {
    const numbers = right.map(Number);
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    return { id, kind, answer: (low + high) / 2, tolerance: (high - low) / 2, unit: null, weight };
  }
  const forms = right.map(String);
  const plain = [...new Set(forms.map((form) => form.toLowerCase()))];
  const anyCase = plain.length < forms.length;
  return { id, kind, accepted: anyCase ? plain : forms, normalise: anyCase ? ['lower-case'] : [], weight };
}

function blankOf(item: QtiDocument, interaction: XmlElement): Blank {
  const id = interaction.attributes['responseIdentifier'] ?? '';
  const options = elementsOf(interaction, 'inlineChoice').map((choice) => ({
    id: choice.attributes['identifier'] ?? '',
    text: englishOnly(lineOf(choice)),
  }));
  if (localName(interaction.name) === 'inlineChoiceInteraction')
    return { id, kind: 'choice', options, values: [null, ...options.map((option) => option.id)] };
  const baseType = item.responses.get(id)?.baseType;
  const constants = constantsOf(item);
  if (baseType === 'string') return { id, kind: 'text', options: [], values: textsAround(constants) };
  if (baseType !== 'integer' && baseType !== 'float')
    throw new CannotTake('interaction', `text of type ${baseType ?? ''}`);
  return { id, kind: 'number', options: [], values: numbersAround(constants, tolerancesIn(item.rules)) };
}

/** Everything that an item compares answers with. Scoring sees an answer only through these. */
function constantsOf({ responses, rules, templateRules }: QtiDocument): string[] {
  const keys = [...responses.values()].flatMap(({ correct, mapping }) => [
    ...membersOf(correct),
    ...(mapping?.entries.map(({ key }) => key) ?? []),
  ]);
  return [...new Set([...keys, ...[...rules, ...templateRules].flatMap(baseValuesIn)])];
}

function baseValuesIn(element: XmlElement): string[] {
  if (localName(element.name) === 'baseValue') return [textIn(element).trim()];
  return elementsOf(element).flatMap(baseValuesIn);
}

function tolerancesIn(rules: readonly XmlElement[]): number[] {
  return rules.flatMap((rule) => [
    ...(rule.attributes['tolerance'] ?? '').split(' ').filter(Boolean).map(Number),
    ...tolerancesIn(elementsOf(rule)),
  ]);
}

/** Each constant as it is and in another case, something else, and nothing. */
function textsAround(constants: readonly string[]): QtiValue[] {
  const words = constants.filter((each) => each !== '');
  return [null, ...new Set([...words, ...words.flatMap(otherCases), OTHER_TEXT])];
}

function otherCases(word: string): string[] {
  return [word.toLowerCase(), word.toUpperCase()].filter((other) => other !== word);
}

/** Each constant, the edges of its tolerances, what lies just beyond them, something far off, and nothing. */
function numbersAround(constants: readonly string[], tolerances: readonly number[]): QtiValue[] {
  const numbers = constants.map(Number).filter(Number.isFinite);
  const around = numbers.flatMap((each) =>
    tolerances.flatMap((by) => [each - by, each + by, each - by * 1.01 - 1e-6, each + by * 1.01 + 1e-6]),
  );
  return [null, ...new Set([...numbers, ...around, Math.max(0, ...numbers) * 2 + 1])];
}

function productOf(blanks: readonly Blank[]): GivenResponses[] {
  const count = blanks.reduce((total, { values }) => total * values.length, 1);
  if (count > MOST_ANSWERS) throw new CannotTake('too-many-answers', `${blanks.length} blanks`);
  return blanks.reduce<GivenResponses[]>(
    (all, { id, values }) => all.flatMap((given) => values.map((value) => ({ ...given, [id]: value }))),
    [{}],
  );
}

function asGaps(blanks: readonly Blank[], given: GivenResponses): Answer {
  const gaps = blanks.flatMap(({ id }) => {
    const value = given[id] ?? null;
    return value === null ? [] : [{ id, text: String(value) }];
  });
  return gaps.length === 0 ? undefined : { gaps };
}

function asTyped({ id, kind }: Blank, given: GivenResponses): Answer {
  const value = given[id] ?? null;
  if (value === null) return undefined;
  return kind === 'number' ? { number: Number(value) } : { text: String(value) };
}
