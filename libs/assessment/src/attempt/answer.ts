import { Fault } from '@app/platform/refusal/fault.js';
import type { OptionPair } from '../item/item.js';

/** A saved answer: exactly one of the four. Whether it suits the item is a question of marking, not of saving. */
export type AnswerValue =
  | { readonly choices: readonly string[] }
  | { readonly pairs: readonly OptionPair[] }
  | { readonly number: number }
  | { readonly text: string };

/** An answer as a client sends it. */
export interface AnswerInput {
  readonly choices?: readonly string[] | null | undefined;
  readonly pairs?: readonly OptionPair[] | null | undefined;
  readonly number?: number | null | undefined;
  readonly text?: string | null | undefined;
}

/** The most choices or pairs of one answer. */
export const MOST_CHOICES = 50;
/** The longest text of one answer, in UTF-16 code units. */
export const LONGEST_TEXT = 5000;
const LONGEST_OPTION_ID = 40;

/**
 * Reads an answer's shape, without knowing the item: one of the four, of bearable size, no id twice. Throws BAD_USER_INPUT
 * with field `answer`.
 */
export function readAnswer(input: AnswerInput): AnswerValue {
  const { choices, pairs, number, text } = input;
  const given = [choices, pairs, number, text].filter((part) => part !== null && part !== undefined);
  if (given.length !== 1) throw malformed('give exactly one of choices, pairs, number and text');
  if (choices !== null && choices !== undefined) return { choices: readChoices(choices) };
  if (pairs !== null && pairs !== undefined) return { pairs: readPairs(pairs) };
  if (number !== null && number !== undefined) return { number: readNumber(number) };
  return { text: readText(text ?? '') };
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
  if (new Set(pairs.map(({ left }) => left)).size < pairs.length) throw malformed('no left side twice');
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

function isOptionId(id: string): boolean {
  return id.length > 0 && id.length <= LONGEST_OPTION_ID;
}

function malformed(what: string): Fault {
  return new Fault('BAD_USER_INPUT', `The answer has the wrong form: ${what}.`, 'answer');
}

/** Whether two answers say the same. Order counts in choices (it is the answer of an order item), not in pairs. */
export function isSameAnswer(one: AnswerValue, other: AnswerValue): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

function canonical(answer: AnswerValue): unknown {
  if (!('pairs' in answer)) return answer;
  const sorted = [...answer.pairs].sort((a, b) => (a.left < b.left ? -1 : 1));
  return { pairs: sorted.map(({ left, right }) => [left, right]) };
}
