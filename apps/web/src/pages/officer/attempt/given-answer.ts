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

type Reader = (question: Question, form: Form, words: Messages['attempt']) => AnswerInput | undefined;

const chosen: Reader = (_question, form) => given(form.several('answer'), (choices) => ({ choices }));
const typed: Reader = (_question, form) => given(form.text('answer'), (text) => ({ text }));

/** What reads each type. Files do not come with the form: see `AnswerFilesPage`. */
const readers: Record<Question['type'], Reader> = {
  SINGLE: chosen,
  TRUE_FALSE: chosen,
  MULTIPLE: chosen,
  HOTSPOT: chosen,
  ORDER: readOrder,
  MATCH: readMatch,
  MATRIX: readMatrix,
  CLOZE: readGaps,
  NUMERIC: (_question, form, words) => readNumber(form, words),
  SHORT_TEXT: typed,
  WRITTEN: typed,
  FILE_RESPONSE: () => undefined,
};

function read(question: Question, form: Form, words: Messages['attempt']): AnswerInput | undefined {
  return readers[question.type](question, form, words);
}

/** Rows that have no column are left out. */
function readMatrix(question: Question, form: Form): AnswerInput | undefined {
  const pairs = question.options.flatMap(({ id: left }, index) =>
    form.several(fieldOf(index)).map((right) => ({ left, right })),
  );
  return pairs.length === 0 ? undefined : { pairs };
}

/** Gaps that are empty are left out. */
function readGaps(question: Question, form: Form): AnswerInput | undefined {
  const gaps = question.gaps
    .map(({ id }, index) => ({ id, text: form.text(fieldOf(index)) }))
    .filter(({ text }) => text !== '');
  return gaps.length === 0 ? undefined : { gaps };
}

function given<Value extends string | string[]>(
  value: Value,
  as: (value: Value) => AnswerInput,
): AnswerInput | undefined {
  return value.length === 0 ? undefined : as(value);
}

/** What has no position is left out: it may not belong. */
function readOrder(question: Question, form: Form, words: Messages['attempt']): AnswerInput | undefined {
  const most = question.options.length;
  const positions = question.options
    .map(({ id }, index) => ({ id, typed: form.text(fieldOf(index)) }))
    .filter(({ typed }) => typed !== '')
    .map(({ id, typed }) => ({ id, position: Number(typed) }));
  if (positions.length === 0) return undefined;
  const isWhole = new Set(positions.map(({ position }) => position)).size === positions.length;
  if (!isWhole || positions.some(({ position }) => !(position >= 1 && position <= most))) {
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
      question.options.map(({ id }, index) => [fieldOf(index), positionOf(answer.choices ?? [], id)]),
    );
  }
  const parts = partValues(question, answer);
  if (parts !== undefined) return parts;
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

function positionOf(choices: readonly string[], id: string): string {
  const index = choices.indexOf(id);
  return index < 0 ? '' : String(index + 1);
}

function partValues(
  question: Question,
  answer: AnswerTextFragment,
): Record<string, string | string[]> | undefined {
  if (question.type === 'CLOZE')
    return Object.fromEntries(
      question.gaps.map(({ id }, index) => [
        fieldOf(index),
        answer.gaps?.find((gap) => gap.id === id)?.text ?? '',
      ]),
    );
  if (question.type !== 'MATRIX') return undefined;
  return Object.fromEntries(
    question.options.map(({ id }, index) => [
      fieldOf(index),
      (answer.pairs ?? []).filter(({ left }) => left === id).map(({ right }) => right),
    ]),
  );
}
