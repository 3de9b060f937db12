import type { ClozeGap, ContentOf, HotspotArea, ItemContent, ItemImage, ItemType } from '@app/assessment';
import type { Words } from '@app/platform/context/words.js';
import { Fault } from '@app/platform/refusal/fault.js';
import type { WordsInput } from '../../edge/words.input.js';
import type {
  ClozeGapInput,
  ImageAreaInput,
  ItemContentInput,
  ItemOptionInput,
} from './item-content.input.js';

/** The words as an author gives them: their Welsh is a draft. */
export function readWords({ en, cy }: WordsInput): Words {
  return typeof cy === 'string' ? { en, cy, cyState: 'draft' } : { en, cy: null, cyState: 'absent' };
}

const NO_WORDS: Words = { en: '', cy: null, cyState: 'absent' };

/**
 * Reads an item's content by its type. What is left out is empty here, so that the item's own rules name it; only what has no
 * empty form (the truth, a way of scoring that the type has not) is BAD_USER_INPUT.
 */
export function readContent(input: ItemContentInput): ItemContent {
  return readers[input.type](input);
}

const readers: { readonly [T in Exclude<ItemType, 'practical'>]: (input: ItemContentInput) => ContentOf<T> } =
  {
    single: (input) => ({ type: 'single', options: optionsOf(input.options), key: onlyKey(input) }),
    multiple: (input) => ({
      ...{ type: 'multiple', options: optionsOf(input.options), key: input.key ?? [] },
      ...partScoring(input),
    }),
    'true-false': ({ truth }) => {
      if (typeof truth !== 'boolean') throw malformed('Say whether the statement is true', 'content.truth');
      return { type: 'true-false', key: truth };
    },
    match: (input) => ({
      ...{ type: 'match', options: optionsOf(input.options), targets: optionsOf(input.targets) },
      ...{ key: pairsOf(input), ...partScoring(input) },
    }),
    order: (input) => ({
      ...{ type: 'order', options: optionsOf(input.options), key: input.key ?? [] },
      ...((input.alsoRight ?? []).length === 0 ? {} : { alsoRight: input.alsoRight ?? [] }),
      ...orderScoring(input),
    }),
    numeric: ({ answer, tolerance, unit }) => ({
      ...{ type: 'numeric', answer: answer ?? Number.NaN, tolerance: tolerance ?? 0, unit: unit ?? null },
    }),
    'short-text': ({ accepted, normalise }) => ({
      ...{ type: 'short-text', accepted: accepted ?? [], normalise: normalise ?? [] },
    }),
    cloze: (input) => ({
      ...{ type: 'cloze', text: input.cloze ? readWords(input.cloze) : NO_WORDS },
      ...{ gaps: (input.gaps ?? []).map(gapOf), ...partScoring(input) },
    }),
    hotspot: (input) => ({
      ...{ type: 'hotspot', image: imageOf(input), areas: (input.areas ?? []).map(areaOf) },
      ...{ key: input.key ?? [], ...partScoring(input) },
    }),
    matrix: (input) => ({
      ...{ type: 'matrix', rows: optionsOf(input.options), columns: optionsOf(input.targets) },
      ...{ key: pairsOf(input), multiple: input.several ?? false, ...partScoring(input) },
    }),
    written: (input) => ({ type: 'written', rubric: rubricOf(input) }),
    'file-response': (input) => ({
      ...{ type: 'file-response', rubric: rubricOf(input), mediaTypes: input.mediaTypes ?? [] },
      ...{ mostBytes: input.mostBytes ?? 0, mostFiles: input.mostFiles ?? 1 },
    }),
  };

function optionsOf(options: readonly ItemOptionInput[] | null | undefined) {
  return (options ?? []).map(({ id, text }) => ({ id, text: readWords(text) }));
}

function imageOf({ image }: ItemContentInput): ItemImage {
  if (!image) return { fileId: '', alt: NO_WORDS, width: 0, height: 0 };
  const { fileId, alt, width, height } = image;
  return { fileId, alt: readWords(alt), width, height };
}

function areaOf({ id, shape, coords, label }: ImageAreaInput): HotspotArea {
  return { id, shape, coords, label: readWords(label) };
}

function pairsOf({ pairs }: ItemContentInput) {
  return (pairs ?? []).map(({ left, right }) => ({ left, right }));
}

function rubricOf({ rubric }: ItemContentInput) {
  return (rubric ?? []).map(({ criterion, points }) => ({ criterion: readWords(criterion), points }));
}

function onlyKey({ key }: ItemContentInput): string {
  const [first = '', ...more] = key ?? [];
  if (more.length > 0) throw malformed('A single choice has one right option', 'content.key');
  return first;
}

function partScoring({ type, scoring }: ItemContentInput) {
  if (scoring === null || scoring === undefined) return {};
  if (scoring === 'exact' || scoring === 'adjacent-pairs') throw notOf(type);
  return { scoring };
}

function orderScoring({ type, scoring }: ItemContentInput) {
  if (scoring === null || scoring === undefined) return {};
  if (scoring === 'partial' || scoring === 'all-or-nothing') throw notOf(type);
  return { scoring };
}

function gapOf(gap: ClozeGapInput): ClozeGap {
  const { id, kind, weight } = gap;
  const common = typeof weight === 'number' ? { id, weight } : { id };
  if (kind === 'text')
    return { ...common, kind, accepted: gap.accepted ?? [], normalise: gap.normalise ?? [] };
  if (kind === 'choice') return { ...common, kind, options: optionsOf(gap.options), key: gap.key ?? '' };
  const { answer, tolerance, unit } = gap;
  return { ...common, kind, answer: answer ?? Number.NaN, tolerance: tolerance ?? 0, unit: unit ?? null };
}

function notOf(type: string): Fault {
  return malformed(`Items of type ${type} are not scored in that way`, 'content.scoring');
}

function malformed(what: string, field: string): Fault {
  return new Fault('BAD_USER_INPUT', `${what}.`, field);
}
