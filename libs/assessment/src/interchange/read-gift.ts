import { englishOnly } from '@app/platform/context/words.js';
import type { ItemContent, ItemOption } from '../item/item-content.js';
import { type GiftChoice, type GiftNumber, type GiftQuestion, parseGift } from './gift-parse.js';
import { type GiftText, wordsIn } from './gift-text.js';
import { CannotTake, type NotTaken, orNotTaken, type TakenItem } from './taken.js';

type Asked<T extends GiftQuestion['type']> = Extract<GiftQuestion, { type: T }>;

/** The largest file that is read, in characters. */
const MOST_CHARACTERS = 5_000_000;

/** Reads a GIFT file (ASM-172): each question as one of ours, or the reason why not. One point each: GIFT knows shares only. */
export function readGift(text: string): (TakenItem | NotTaken)[] {
  if (text.length > MOST_CHARACTERS) return [{ taken: false, reason: 'malformed', what: 'size' }];
  return parseGift(text).map(giftItem);
}

/** One question as one of ours. Scores as Moodle gives them: by weights in per cent, never below nothing. */
export function giftItem(question: GiftQuestion): TakenItem | NotTaken {
  return orNotTaken(() => {
    if (question.type === 'Category' || question.type === 'Description')
      throw new CannotTake('no-question', question.type);
    const { content, losses = [] } = contentOf(question);
    const feedback = feedbackIn(question);
    return {
      taken: true,
      title: question.title,
      tags: question.tags ?? [],
      stem: wordsIn(question.stem),
      explanation: feedback.length === 0 ? null : feedback.join('\n'),
      shuffle: true,
      points: 1,
      content,
      media: [],
      losses: [
        ...losses,
        ...(feedback.length > 1 ? ['feedback is shown together, not by what was answered'] : []),
        ...(question.stem.format === 'html' ? ['formatting'] : []),
      ],
    };
  });
}

interface Held {
  readonly content: ItemContent;
  readonly losses?: readonly string[];
}

function contentOf(question: Exclude<GiftQuestion, Asked<'Category' | 'Description'>>): Held {
  switch (question.type) {
    case 'TF':
      return { content: { type: 'true-false', key: question.isTrue } };
    case 'Essay':
      return { content: written, losses: ['a rubric has to be written: it stands for the whole answer'] };
    case 'Matching':
      return { content: matching(question) };
    case 'Numerical':
      return numerical(question.choices);
    case 'MC':
      return { content: choice(textChoices(question)) };
    case 'Short':
      return short(textChoices(question));
  }
}

const written: ItemContent = {
  type: 'written',
  rubric: [{ criterion: englishOnly('The whole answer'), points: 1 }],
};

function textChoices(question: Asked<'MC' | 'Short'>): readonly GiftChoice<GiftText>[] {
  return question.choices;
}

/** `=` is worth everything, `~` nothing, unless they say otherwise. */
export function percentOf({ isCorrect, weight }: GiftChoice<unknown>): number {
  return weight ?? (isCorrect ? 100 : 0);
}

function choice(choices: readonly GiftChoice<GiftText>[]): ItemContent {
  const options = choices.map(
    ({ text }, place): ItemOption => ({
      id: `o${place + 1}`,
      text: englishOnly(wordsIn(text)),
    }),
  );
  const worth = choices.map((each, place) => ({ id: options[place]?.id ?? '', percent: percentOf(each) }));
  const isSingle = choices.some(({ isCorrect }) => isCorrect);
  const key = worth.filter(({ percent }) => (isSingle ? percent === 100 : percent > 0)).map(({ id }) => id);
  if (isSingle && key.length === 1 && worth.every(({ percent }) => percent === 0 || percent === 100))
    return { type: 'single', options, key: key[0] ?? '' };
  const scoring = 'weighted' as const;
  const weights = inParts(worth);
  if (isSingle) return { type: 'single', options, key: key[0] ?? '', scoring, weights };
  return { type: 'multiple', options, key, scoring, weights };
}

/** Percentages as parts of a whole: thirds as thirds, whatever was rounded off them. */
function inParts(worth: readonly { id: string; percent: number }[]) {
  for (let full = 1; full <= 20; full++) {
    const each = worth.map(({ id, percent }) => ({ id, weight: Math.round((percent * full) / 50) / 2 }));
    const isClose = worth.every(
      ({ percent }, place) => Math.abs((each[place]?.weight ?? 0) * (100 / full) - percent) < 0.01,
    );
    if (isClose) return { full, each: each.filter(({ weight }) => weight !== 0) };
  }
  throw new CannotTake('no-rule', worth.map(({ percent }) => `${percent} %`).join(', '));
}

/** Moodle asks for no case, and for no spaces at the ends. What is worth nothing is only there for its feedback. */
function short(choices: readonly GiftChoice<GiftText>[]): Held {
  const counting = choices.filter((each) => percentOf(each) !== 0);
  const partly = counting.find((each) => percentOf(each) !== 100);
  if (partly !== undefined)
    throw new CannotTake('no-rule', `${wordsIn(partly.text)}: ${percentOf(partly)} %`);
  const wild = counting.find(({ text }) => text.text.includes('*'));
  if (wild !== undefined) throw new CannotTake('no-rule', wildcard(wild.text));
  const accepted = counting.map(({ text }) => wordsIn(text));
  return {
    content: { type: 'short-text', accepted, normalise: ['trim', 'lower-case'] },
    losses: unpaid(choices, counting),
  };
}

function wildcard({ text }: GiftText): string {
  return `any text like ${text}`;
}

function numerical(choices: GiftNumber | readonly GiftChoice<GiftNumber>[]): Held {
  const list = Array.isArray(choices) ? (choices as readonly GiftChoice<GiftNumber>[]) : null;
  if (list === null) return { content: numberKey(choices as GiftNumber) };
  const counting = list.filter((each) => percentOf(each) !== 0);
  const [only, more] = counting;
  if (only === undefined || more !== undefined || percentOf(only) !== 100)
    throw new CannotTake('no-rule', counting.map((each) => `${percentOf(each)} %`).join(', '));
  return { content: numberKey(only.text), losses: unpaid(list, counting) };
}

function unpaid(all: readonly unknown[], counting: readonly unknown[]): string[] {
  return all.length > counting.length ? ['answers that are worth nothing, with their feedback'] : [];
}

function numberKey(number: GiftNumber): ItemContent {
  if (number.type === 'simple') return numeric(number.number, 0);
  if (number.type === 'range') return numeric(number.number, number.range);
  const { numberHigh: high, numberLow: low } = number;
  return numeric((high + low) / 2, (high - low) / 2);
}

function numeric(answer: number, tolerance: number): ItemContent {
  if (!Number.isFinite(answer) || !Number.isFinite(tolerance) || tolerance < 0)
    throw new CannotTake('malformed', 'number');
  return { type: 'numeric', answer, tolerance, unit: null };
}

/** A pair without a question is one more target to choose from. Each pair counts, as Moodle has it. */
function matching({ matchPairs }: Asked<'Matching'>): ItemContent {
  const names = [...new Set(matchPairs.map(({ subanswer }) => subanswer))];
  const targets = names.map((name, place) => ({ id: `t${place + 1}`, text: englishOnly(name) }));
  const asked = matchPairs.filter(({ subquestion }) => subquestion.text !== '');
  const options = asked.map(({ subquestion }, place) => ({
    id: `o${place + 1}`,
    text: englishOnly(wordsIn(subquestion)),
  }));
  const key = asked.map(({ subanswer }, place) => ({
    left: `o${place + 1}`,
    right: `t${names.indexOf(subanswer) + 1}`,
  }));
  return { type: 'match', options, targets, key, scoring: 'partial' };
}

function feedbackIn(question: GiftQuestion): string[] {
  const texts: (GiftText | null)[] = [];
  if ('globalFeedback' in question) texts.push(question.globalFeedback);
  if (question.type === 'TF') texts.push(question.trueFeedback, question.falseFeedback);
  if (question.type === 'MC' || question.type === 'Short')
    texts.push(...question.choices.map((each) => each.feedback));
  return texts.flatMap((text) => (text === null ? [] : [wordsIn(text)]));
}
