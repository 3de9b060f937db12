import type { Refusal } from '@app/platform/refusal/refusal.js';
import { normalised } from '../marking/normalise.js';
import type { ItemOption, NumberKey, RubricLine, TypedKey } from './item-content.js';
import { refusal } from './refusals.js';

/** The fewest and most options of a choice. */
export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 20;

/** Where in the item something is checked: whose it is, and the field to name. */
export interface At {
  readonly key: string;
  readonly field: string;
}

/** ASM-52: two to twenty options (or targets, rows, columns), each with a text and an id of its own, none twice. */
export function checkOptions(at: At, options: readonly ItemOption[], fewest = FEWEST_OPTIONS): Refusal[] {
  const { key, field } = at;
  const what = field;
  const faults: Refusal[] = [];
  if (options.length < fewest || options.length > MOST_OPTIONS) {
    const facts = { key, what, count: options.length, fewest, most: MOST_OPTIONS };
    faults.push(refusal('ITEM_OPTIONS_COUNT', { facts, field }));
  }
  if (options.some(({ id, text }) => id.trim() === '' || text.en.trim() === ''))
    faults.push(refusal('ITEM_OPTION_EMPTY', { facts: { key, what }, field }));
  const sames = [
    options.map(({ id }) => id),
    ...(['en', 'cy'] as const).map((language) => options.flatMap(({ text }) => comparable(text[language]))),
  ].flatMap(firstTwice);
  const [same] = sames;
  if (same !== undefined) faults.push(refusal('ITEM_OPTIONS_SAME', { facts: { key, what, same }, field }));
  return faults;
}

function comparable(text: string | null): string[] {
  return text === null ? [] : [normalised(text, ['trim', 'single-spaces', 'lower-case'])];
}

/** ASM-53: a key of at least one, naming only what is there, nothing twice. */
export function checkKey(at: At, key: readonly string[], among: readonly { id: string }[]): Refusal[] {
  const { field } = at;
  if (key.length === 0) return [refusal('ITEM_NO_RIGHT_ANSWER', { facts: { key: at.key }, field })];
  const ids = new Set(among.map(({ id }) => id));
  const unknown = key.filter((id) => !ids.has(id));
  return [
    ...unknown.map((named) => refusal('ITEM_KEY_UNKNOWN', { facts: { key: at.key, named }, field })),
    ...firstTwice(key).map((named) => refusal('ITEM_KEY_TWICE', { facts: { key: at.key, named }, field })),
  ];
}

/** ASM-61: accepted forms that differ once they are made comparable. `none` says that there are none. */
export function checkForms(at: At, { accepted, normalise }: TypedKey, none: () => Refusal): Refusal[] {
  const { key, field } = at;
  if (accepted.length === 0) return [none()];
  const forms = accepted.map((form) => normalised(form, normalise));
  const empty = accepted.filter((_, place) => forms[place]?.trim() === '');
  const faulty = [...empty, ...firstTwice(forms)];
  return faulty.slice(0, 1).map((form) => refusal('ITEM_FORM_TWICE', { facts: { key, form }, field }));
}

/** ASM-53 and ASM-55: a finite number, with a tolerance from 0. `none` says that there is none. */
export function checkNumber(at: At, { answer, tolerance }: NumberKey, none: () => Refusal): Refusal[] {
  const { key, field } = at;
  return [
    ...(Number.isFinite(answer) ? [] : [none()]),
    ...(tolerance >= 0 && Number.isFinite(tolerance)
      ? []
      : [refusal('ITEM_TOLERANCE_NEGATIVE', { facts: { key }, field: `${field}tolerance` })]),
  ];
}

/** ASM-54: lines with points in steps of 0.5 that add up to what the item is worth. */
export function checkRubric(key: string, rubric: readonly RubricLine[], points: number): Refusal[] {
  const field = 'rubric';
  const isSound = ({ criterion, points }: RubricLine) => criterion.en.trim() !== '' && isHalfStep(points);
  if (rubric.length === 0 || !rubric.every(isSound))
    return [refusal('ITEM_RUBRIC_MALFORMED', { facts: { key }, field })];
  const sum = rubric.reduce((total, line) => total + line.points, 0);
  return sum === points ? [] : [refusal('ITEM_RUBRIC_SUM', { facts: { key, sum, points }, field })];
}

/** A positive multiple of 0.5. */
export function isHalfStep(points: number): boolean {
  return Number.isInteger(points * 2) && points > 0;
}

/** The first value that stands twice, if any does. */
export function firstTwice(values: readonly string[]): string[] {
  return values.filter((value, place) => values.indexOf(value) !== place).slice(0, 1);
}
