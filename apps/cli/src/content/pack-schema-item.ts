import { z } from 'zod';
import { factMark, level, line, skillId, words } from './pack-schema-parts.js';

/** The kinds a machine marks without help. */
export const machineMarked = [
  'single',
  'multiple',
  'true-false',
  'match',
  'order',
  'numeric',
  'short-text',
  'cloze',
  'matrix',
] as const;
/** `written` and `file-response` wait for a marker; `practical` is drawn by no paper. */
export const itemTypes = [...machineMarked, 'written', 'file-response', 'practical'] as const;
export type ItemType = (typeof itemTypes)[number];

const optionId = z.string().regex(/^[a-z0-9]{1,8}$/, 'an option id is up to 8 small letters or digits');

/** One thing to choose. `why` says why it is right or wrong; a learner sees it only after release. */
export const option = z.strictObject({ id: optionId, text: words, why: words.nullable().default(null) });

const outcomeId = z
  .string()
  .regex(/^[A-Z]{3}-\d{3}-M\d+\.[1-9]\d*$/, 'an outcome is a module and a number: OLH-101-M1.1');

const common = {
  id: z
    .string()
    .regex(
      /^([A-Z]{3}-\d{3}-[QP]\d{2,3}|EX-[A-Z]{3}-\d+-Q\d)$/,
      'an item id looks like OLH-101-Q01, or EX-DFX-1-Q1 in an exercise',
    ),
  /** An item is for papers or for practice, never both. */
  use: z.enum(['paper', 'practice']),
  /** Shipped items are samples: known to everyone, refused for a certifying sitting. */
  sample: z.boolean(),
  skill: skillId,
  level: level.min(1),
  points: z.number().positive().max(100),
  stem: words,
  explanation: words,
  refs: z.array(line).min(1, 'an item must cite a law, framework, skill, exercise or source'),
  facts: factMark,
  difficulty: z.enum(['easy', 'middling', 'hard']).nullable().default(null),
  /** Why its author thinks so. */
  difficultyReason: line.nullable().default(null),
  /** The outcomes of modules that it tests, counted from 1: OLH-101-M1.1. */
  outcomes: z.array(outcomeId).default([]),
  tags: z.array(line).default([]),
  /** false: options stand as written, in every attempt. */
  shuffle: z.boolean().default(true),
};
const partScoring = z.enum(['exact', 'partial']).default('exact');
const rubric = z.array(z.strictObject({ criterion: words, points: z.number().positive() })).min(1);
/** An answer as somebody might write it, with what each line of the rubric gives it, in order, and why. */
const sampleAnswer = z.strictObject({ text: words, points: z.array(z.number().min(0)), why: words });
const samples = z.array(sampleAnswer).default([]);
const target = z.strictObject({ id: optionId, text: words });
const options = z.array(option).min(2, 'at least two options');

/** How a typed answer is made comparable, in this order. */
export const normalisations = ['trim', 'single-spaces', 'lower-case', 'no-punctuation'] as const;

/** One gap of a cloze: typed, a number, or chosen. */
const gap = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    id: optionId,
    accepted: z.array(line).min(1, 'a gap has an accepted form'),
    normalise: z.array(z.enum(normalisations)).default(['trim', 'single-spaces', 'lower-case']),
  }),
  z.strictObject({
    kind: z.literal('number'),
    id: optionId,
    answer: z.number(),
    tolerance: z.number().min(0),
    unit: line.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('choice'), id: optionId, options: z.array(target).min(2), key: optionId }),
]);

export const itemSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('single'), options, key: z.array(optionId) }),
  z.strictObject({
    ...common,
    type: z.literal('multiple'),
    options,
    key: z.array(optionId),
    /** exact: all and only the key earns the points. partial: wrong choices subtract. */
    scoring: partScoring,
  }),
  z.strictObject({
    ...common,
    type: z.literal('true-false'),
    key: z.boolean(),
    why: z.strictObject({ true: words, false: words }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('order'),
    options,
    /** The options that belong, first to last; the others are distractors, to be left out. */
    key: z.array(optionId),
    /** Other orders of the same options that are as right. */
    alsoRight: z.array(z.array(optionId)).default([]),
    scoring: z.enum(['exact', 'adjacent-pairs']).default('exact'),
  }),
  z.strictObject({
    ...common,
    type: z.literal('match'),
    options,
    targets: z.array(target).min(2, 'at least two targets'),
    /** Option id to target id. */
    key: z.record(optionId, optionId),
    scoring: partScoring,
  }),
  z.strictObject({
    ...common,
    type: z.literal('numeric'),
    answer: z.number(),
    /** Right when |given - answer| <= tolerance. */
    tolerance: z.number().min(0),
    unit: line.nullable().default(null),
  }),
  z.strictObject({
    ...common,
    type: z.literal('short-text'),
    accepted: z.array(line),
    normalise: z.array(z.enum(normalisations)).default(['trim', 'single-spaces', 'lower-case']),
  }),
  z.strictObject({
    ...common,
    type: z.literal('cloze'),
    /** Each gap as its id in double square brackets: [[g1]]. */
    text: words,
    gaps: z.array(gap).min(1),
    scoring: z.enum(['partial', 'exact']).default('partial'),
  }),
  z.strictObject({
    ...common,
    type: z.literal('matrix'),
    rows: z.array(target).min(2, 'at least two rows'),
    columns: z.array(target).min(2, 'at least two columns'),
    /** Row id to column ids. */
    key: z.record(optionId, z.array(optionId)),
    /** Whether a row may take several columns. */
    multiple: z.boolean().default(false),
    scoring: partScoring,
  }),
  z.strictObject({ ...common, type: z.literal('written'), rubric, samples }),
  z.strictObject({
    ...common,
    type: z.literal('file-response'),
    rubric,
    samples,
    mediaTypes: z.array(line).min(1),
    mostBytes: z.int().positive(),
    mostFiles: z.int().min(1).max(10).default(1),
  }),
  z.strictObject({ ...common, type: z.literal('practical'), exercise: line }),
]);
/** One file in content/courses/<CODE>/items. */
export const itemsFile = z.array(itemSchema);
