import type { AnswerInput, AnswerTextFragment, PaperFragment } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import type { FieldError } from '../../../pipeline/visit.js';
import type { Messages } from '../../../words/words.js';

/** One question of a paper. */
export type Question = PaperFragment['paper'][number];

type Reading = { readonly answer: AnswerInput } | { readonly errors: readonly FieldError[] };

/** Reads the answer to a question from its form. */
export function readAnswer(question: Question, fields: Fields, words: Messages['attempt']): Reading {
  const form = new Form(fields);
  const answer = read(question, form, words);
  if (form.errors.length === 0 && answer === undefined) form.fault('answer', words.missing);
  return answer === undefined || form.errors.length > 0 ? { errors: form.errors } : { answer };
}

function read(question: Question, form: Form, words: Messages['attempt']): AnswerInput | undefined {
  switch (question.type) {
    case 'SINGLE':
    case 'TRUE_FALSE':
    case 'MULTIPLE':
      return given(form.several('answer'), (choices) => ({ choices }));
    case 'ORDER':
      return readOrder(question, form, words);
    case 'MATCH':
      return readMatch(question, form, words);
    case 'NUMERIC':
      return readNumber(form, words);
    case 'SHORT_TEXT':
    case 'WRITTEN':
      return given(form.text('answer'), (text) => ({ text }));
  }
}

function given<Value extends string | string[]>(
  value: Value,
  as: (value: Value) => AnswerInput,
): AnswerInput | undefined {
  return value.length === 0 ? undefined : as(value);
}

function readOrder(question: Question, form: Form, words: Messages['attempt']): AnswerInput | undefined {
  const positions = question.options.map(({ id }, index) => ({
    id,
    position: Number(form.text(fieldOf(index))),
  }));
  const isWhole = new Set(positions.map(({ position }) => position)).size === positions.length;
  if (!isWhole || positions.some(({ position }) => !(position >= 1 && position <= positions.length))) {
    form.fault('answer', words.orderTwice);
    return undefined;
  }
  return { choices: positions.toSorted((a, b) => a.position - b.position).map(({ id }) => id) };
}

function readMatch(question: Question, form: Form, words: Messages['attempt']): AnswerInput | undefined {
  const pairs = question.options.map(({ id }, index) => ({ left: id, right: form.text(fieldOf(index)) }));
  if (pairs.some(({ right }) => right === '')) {
    form.fault('answer', words.matchMissing);
    return undefined;
  }
  return { pairs };
}

function readNumber(form: Form, words: Messages['attempt']): AnswerInput | undefined {
  const text = form.text('answer').replaceAll(/[\s,]/g, '');
  if (text === '') return undefined;
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) {
    form.fault('answer', words.notNumber);
    return undefined;
  }
  return { number: Number(text) };
}

/** The name of the field of one line of a question; the first bears the name that the error summary leads to. */
export function fieldOf(index: number): string {
  return index === 0 ? 'answer' : `answer-${index + 1}`;
}

/** A saved answer as the values of its form, by field; a group of choices is a list. */
export function formValues(
  question: Question,
  answer: AnswerTextFragment | undefined,
): Record<string, string | string[]> {
  if (answer === undefined) return {};
  if (question.type === 'ORDER') {
    return Object.fromEntries(
      question.options.map(({ id }, index) => [
        fieldOf(index),
        String((answer.choices ?? []).indexOf(id) + 1),
      ]),
    );
  }
  if (question.type === 'MATCH') {
    return Object.fromEntries(
      question.options.map(({ id }, index) => [
        fieldOf(index),
        answer.pairs?.find(({ left }) => left === id)?.right ?? '',
      ]),
    );
  }
  if (answer.choices !== null) return { answer: answer.choices };
  return { answer: answer.number === null ? (answer.text ?? '') : String(answer.number) };
}
