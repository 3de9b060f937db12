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
] as const;
/** `written` waits for a marker; `practical` is drawn by no paper. */
export const itemTypes = [...machineMarked, 'written', 'practical'] as const;
export type ItemType = (typeof itemTypes)[number];

const optionId = z.string().regex(/^[a-z0-9]{1,8}$/, 'an option id is up to 8 small letters or digits');

/** One thing to choose. `why` says why it is right or wrong; a learner sees it only after release. */
export const option = z.strictObject({ id: optionId, text: words, why: words.nullable().default(null) });

const common = {
  id: z.string().regex(/^[A-Z]{3}-\d{3}-[QP]\d{2,3}$/, 'an item id looks like OLH-101-Q01'),
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
  tags: z.array(line).default([]),
};
const options = z.array(option).min(2, 'at least two options');

/** How a typed answer is made comparable, in this order. */
export const normalisations = ['trim', 'single-spaces', 'lower-case', 'no-punctuation'] as const;

export const itemSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('single'), options, key: z.array(optionId) }),
  z.strictObject({
    ...common,
    type: z.literal('multiple'),
    options,
    key: z.array(optionId),
    /** exact: all and only the key earns the points. */
    scoring: z.literal('exact').default('exact'),
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
    /** Every option id once, first to last. */
    key: z.array(optionId),
    scoring: z.literal('exact').default('exact'),
  }),
  z.strictObject({
    ...common,
    type: z.literal('match'),
    options,
    targets: z.array(z.strictObject({ id: optionId, text: words })).min(2, 'at least two targets'),
    /** Option id to target id. */
    key: z.record(optionId, optionId),
    scoring: z.literal('exact').default('exact'),
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
    type: z.literal('written'),
    rubric: z.array(z.strictObject({ criterion: words, points: z.number().positive() })).min(1),
  }),
  z.strictObject({ ...common, type: z.literal('practical'), exercise: line }),
]);
/** One file in content/courses/<CODE>/items. */
export const itemsFile = z.array(itemSchema);
