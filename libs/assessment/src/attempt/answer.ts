import { Fault } from '@app/platform/refusal/fault.js';
import type { OptionPair } from '../item/item.js';

/** What was put into one gap of a cloze: typed text, a number as typed, or the id of a chosen option. */
export interface GapText {
  readonly id: string;
  readonly text: string;
}

/** A place on an image, in pixels of the file from its top left corner. */
export interface ImagePoint {
  readonly x: number;
  readonly y: number;
}

/** A saved answer: exactly one of the seven. Whether it suits the item is a question of marking, not of saving. */
export type AnswerValue =
  | { readonly choices: readonly string[] }
  | { readonly pairs: readonly OptionPair[] }
  | { readonly number: number }
  | { readonly text: string }
  | { readonly gaps: readonly GapText[] }
  | { readonly point: ImagePoint }
  | { readonly fileIds: readonly string[] };

/** An answer as a client sends it. */
export interface AnswerInput {
  readonly choices?: readonly string[] | null | undefined;
  readonly pairs?: readonly OptionPair[] | null | undefined;
  readonly number?: number | null | undefined;
  readonly text?: string | null | undefined;
  readonly gaps?: readonly GapText[] | null | undefined;
  readonly point?: ImagePoint | null | undefined;
  readonly fileIds?: readonly string[] | null | undefined;
}

/** The most choices or pairs of one answer. */
export const MOST_CHOICES = 50;
/** The longest text of one answer, and of all gaps of one answer together, in UTF-16 code units. */
export const LONGEST_TEXT = 5000;
/** The most files of one answer. */
export const MOST_FILES = 10;
const LONGEST_OPTION_ID = 40;
const FILE_ID = /^[0-9a-f]{24}$/;

const readers: { readonly [K in keyof AnswerInput]-?: (given: NonNullable<AnswerInput[K]>) => AnswerValue } =
  {
    choices: (choices) => ({ choices: readChoices(choices) }),
    pairs: (pairs) => ({ pairs: readPairs(pairs) }),
    number: (number) => ({ number: readNumber(number) }),
    text: (text) => ({ text: readText(text) }),
    gaps: (gaps) => ({ gaps: readGaps(gaps) }),
    point: ({ x, y }) => ({ point: { x: readNumber(x), y: readNumber(y) } }),
    fileIds: (fileIds) => ({ fileIds: readFileIds(fileIds) }),
  };
const kinds = Object.keys(readers) as (keyof AnswerInput)[];

/**
 * Reads an answer's shape, without knowing the item: one of the seven, of bearable size, nothing twice. Throws
 * BAD_USER_INPUT with field `answer`.
 */
export function readAnswer(input: AnswerInput): AnswerValue {
  const given = kinds.filter((kind) => input[kind] !== null && input[kind] !== undefined);
  const [kind] = given;
  if (kind === undefined || given.length > 1)
    throw malformed('give exactly one of choices, pairs, number, text, gaps, point and fileIds');
  // The table's key is the field's own name, which TypeScript cannot follow through an index.
  return (readers[kind] as (given: unknown) => AnswerValue)(input[kind]);
}

function readChoices(choices: readonly string[]): readonly string[] {
  if (choices.length > MOST_CHOICES) throw malformed(`at most ${MOST_CHOICES} choices`);
  if (!choices.every(isOptionId)) throw malformed('each choice is the id of an option');
  if (new Set(choices).size < choices.length) throw malformed('no choice twice');
  return choices;
}

function readPairs(pairs: readonly OptionPair[]): readonly OptionPair[] {
  if (pairs.length > MOST_CHOICES) throw malformed(`at most ${MOST_CHOICES} pairs`);
  if (!pairs.every(({ left, right }) => isOptionId(left) && isOptionId(right)))
    throw malformed('each side of a pair is the id of an option');
  if (new Set(pairs.map(({ left, right }) => `${left} ${right}`)).size < pairs.length)
    throw malformed('no pair twice');
  return pairs.map(({ left, right }) => ({ left, right }));
}

function readNumber(number: number): number {
  if (!Number.isFinite(number)) throw malformed('a number must be finite');
  return number;
}

function readText(text: string): string {
  if (text.length > LONGEST_TEXT) throw malformed(`a text has at most ${LONGEST_TEXT} characters`);
  return text;
}

function readGaps(gaps: readonly GapText[]): readonly GapText[] {
  if (gaps.length > MOST_CHOICES) throw malformed(`at most ${MOST_CHOICES} gaps`);
  if (!gaps.every(({ id }) => isOptionId(id))) throw malformed('each gap has its id');
  if (new Set(gaps.map(({ id }) => id)).size < gaps.length) throw malformed('no gap twice');
  readText(gaps.map(({ text }) => text).join(''));
  return gaps.map(({ id, text }) => ({ id, text }));
}

function readFileIds(fileIds: readonly string[]): readonly string[] {
  if (fileIds.length > MOST_FILES) throw malformed(`at most ${MOST_FILES} files`);
  if (!fileIds.every((id) => FILE_ID.test(id))) throw malformed('each file is the id that its upload gave');
  if (new Set(fileIds).size < fileIds.length) throw malformed('no file twice');
  return fileIds;
}

function isOptionId(id: string): boolean {
  return id.length > 0 && id.length <= LONGEST_OPTION_ID;
}

function malformed(what: string): Fault {
  return new Fault('BAD_USER_INPUT', `The answer has the wrong form: ${what}.`, 'answer');
}

/** Whether two answers say the same. Order counts in choices (it is the answer of an order item), not in pairs or gaps. */
export function isSameAnswer(one: AnswerValue, other: AnswerValue): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

function canonical(answer: AnswerValue): unknown {
  if ('pairs' in answer) return { pairs: answer.pairs.map(({ left, right }) => `${left} ${right}`).sort() };
  if ('gaps' in answer) return { gaps: answer.gaps.map(({ id, text }) => `${id} ${text}`).sort() };
  if ('point' in answer) return { point: [answer.point.x, answer.point.y] };
  return answer;
}
