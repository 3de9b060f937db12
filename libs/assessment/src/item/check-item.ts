import { normalised } from '../marking/normalise.js';
import type { ItemContent, ItemOption, ItemText, ItemType } from './item.js';

/** The fewest and most options of a choice. */
const FEWEST_OPTIONS = 2;
const MOST_OPTIONS = 20;

/**
 * What is wrong with an item (ASM-04), each fault in a few words; empty when nothing is. Loading refuses an item with any
 * fault, so that no paper ever holds a question that cannot be answered.
 */
export function checkItem(item: ItemText): string[] {
  return [...checkFacts(item), ...checkContent(item.content)];
}

function checkFacts(item: ItemText): string[] {
  const faults: string[] = [];
  if (item.stem.en.trim() === '') faults.push('no question');
  if (!Number.isInteger(item.points * 2) || item.points <= 0)
    faults.push('points are no positive multiple of 0.5');
  if (!Number.isInteger(item.level) || item.level < 1 || item.level > 4) faults.push('level is not 1 to 4');
  return faults;
}

function checkContent(content: ItemContent): string[] {
  // The table's key is the content's own type, which TypeScript cannot follow through an index.
  return (checks[content.type] as (content: ItemContent) => string[])(content);
}

function checkOptions(options: readonly ItemOption[], what: string): string[] {
  const faults: string[] = [];
  if (options.length < FEWEST_OPTIONS) faults.push(`fewer than ${FEWEST_OPTIONS} ${what}s`);
  if (options.length > MOST_OPTIONS) faults.push(`more than ${MOST_OPTIONS} ${what}s`);
  if (options.some(({ id, text }) => id === '' || text.en.trim() === '')) faults.push(`an empty ${what}`);
  if (hasTwice(options.map(({ id }) => id))) faults.push(`two ${what}s with one id`);
  for (const language of ['en', 'cy'] as const) {
    const texts = options.flatMap(({ text }) => comparable(text[language]));
    if (hasTwice(texts)) faults.push(`two identical ${what}s (${language})`);
  }
  return faults;
}

function comparable(text: string | null): string[] {
  return text === null ? [] : [normalised(text, ['trim', 'single-spaces', 'lower-case'])];
}

function notAmong(key: readonly string[], options: readonly ItemOption[]): string[] {
  const ids = new Set(options.map(({ id }) => id));
  return key.filter((id) => !ids.has(id)).map((id) => `key ${id} is not an option`);
}

function checkKeys(key: readonly string[], options: readonly ItemOption[]): string[] {
  const faults = notAmong(key, options);
  if (key.length === 0) faults.push('no right answer');
  if (hasTwice(key)) faults.push('a key twice');
  return faults;
}

function checkOrder(key: readonly string[], options: readonly ItemOption[]): string[] {
  const faults = checkKeys(key, options);
  if (key.length !== options.length) faults.push('the key does not order every option');
  return faults;
}

function checkMatch(content: Extract<ItemContent, { type: 'match' }>): string[] {
  const faults = [...checkOptions(content.options, 'option'), ...checkOptions(content.targets, 'target')];
  const lefts = content.key.map(({ left }) => left);
  faults.push(...checkOrder(lefts, content.options));
  const targets = new Set(content.targets.map(({ id }) => id));
  for (const { right } of content.key) if (!targets.has(right)) faults.push(`key ${right} is not a target`);
  return faults;
}

function checkNumber(content: Extract<ItemContent, { type: 'numeric' }>): string[] {
  const faults: string[] = [];
  if (!Number.isFinite(content.answer)) faults.push('no right answer');
  if (!(content.tolerance >= 0 && Number.isFinite(content.tolerance))) faults.push('negative tolerance');
  return faults;
}

function checkAccepted(content: Extract<ItemContent, { type: 'short-text' }>): string[] {
  const forms = content.accepted.map((form) => normalised(form, content.normalise));
  if (forms.length === 0) return ['no right answer'];
  if (forms.some((form) => form.trim() === '')) return ['an accepted form of nothing'];
  return hasTwice(forms) ? ['an accepted form twice'] : [];
}

function hasTwice(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}

const checks: {
  readonly [T in ItemType]: (content: Extract<ItemContent, { type: T }>) => string[];
} = {
  single: ({ key, options }) => [...checkOptions(options, 'option'), ...checkKeys([key], options)],
  multiple: ({ key, options }) => [...checkOptions(options, 'option'), ...checkKeys(key, options)],
  'true-false': () => [],
  match: checkMatch,
  order: ({ key, options }) => [...checkOptions(options, 'option'), ...checkOrder(key, options)],
  numeric: checkNumber,
  'short-text': checkAccepted,
  written: ({ rubric }) =>
    rubric.length === 0 || rubric.some(({ points }) => points <= 0)
      ? ['a rubric needs lines with points']
      : [],
  practical: ({ exerciseId }) => (exerciseId === '' ? ['no exercise'] : []),
};
