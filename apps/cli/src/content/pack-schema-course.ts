import { COMPONENT_KINDS } from '@app/catalogue';
import { z } from 'zod';
import { itemTypes, option } from './pack-schema-item.js';
import {
  contentWarning,
  courseCode,
  factMark,
  level,
  line,
  skillId,
  slug,
  words,
} from './pack-schema-parts.js';

const minutes = z.int().min(1).max(1000);
const percent = z.int().min(0).max(100);

/** One part of an assessment; the award waits for all of them. */
const component = z
  .strictObject({
    key: slug,
    kind: z.enum(COMPONENT_KINDS),
    title: words,
    /** A hurdle must be passed by itself; otherwise `weight` is its share of a common mark, in percent. */
    hurdle: z.boolean().default(false),
    weight: percent.min(1).optional(),
    /** False: done or not done, never passed or failed. */
    graded: z.boolean().default(true),
    /** For how many calendar months a result counts; left out: as long as the cycle lasts. */
    validityMonths: z.int().min(1).max(120).optional(),
    exercises: z.array(line).default([]),
  })
  .refine((part) => part.hurdle !== (part.weight !== undefined), {
    message: 'a component is a hurdle or has a weight, one of the two',
    path: ['hurdle'],
  });

/** A quota without `types` draws any kind a machine marks; `written` must be asked for by name. */
export const quotaSchema = z.strictObject({
  skill: skillId,
  minLevel: level.min(1).default(1),
  maxLevel: level.min(1),
  types: z.array(z.enum(itemTypes)).min(1).optional(),
  count: z.int().min(1),
});

export const blueprintSchema = z.strictObject({
  /** Items in one paper: the sum of the quotas. */
  count: z.int().min(1),
  quotas: z.array(quotaSchema).min(1),
});

const assessment = z.strictObject({
  form: line,
  passPercent: percent,
  attempts: z.int().min(1),
  coolDownHours: z.int().min(0),
  /** Null: no limit. */
  limitMinutes: minutes.nullable(),
  extraTimePercents: z.array(percent).default([]),
  components: z.array(component).min(1),
  /** Null: no paper can be drawn yet, so the course is not open for sitting. */
  blueprint: blueprintSchema.nullable(),
});

/** What a module's page lists, in order. */
const activity = z.union([
  z.strictObject({ lesson: line }),
  z.strictObject({ practice: line, title: words, minutes, items: z.array(line).min(1) }),
]);

const moduleSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]{3}-\d{3}-M\d+$/, 'a module id looks like OLH-101-M1'),
  title: words,
  minutes,
  outcomes: z.array(words).min(1),
  activities: z.array(activity).default([]),
});

/** content/courses/<CODE>/course.yaml */
export const courseFile = z.strictObject({
  code: courseCode,
  title: words,
  summary: words.nullable().default(null),
  /** complete: lessons to learn from. outline: what will be taught; not open for sitting. */
  status: z.enum(['outline', 'complete']),
  facts: factMark,
  audience: z.array(slug).min(1),
  durationMinutes: minutes,
  delivery: line,
  classification: z.enum(['OFFICIAL', 'OFFICIAL-SENSITIVE']),
  prerequisites: z.array(courseCode),
  skills: z.array(z.strictObject({ skill: skillId, level: level.min(1) })).min(1),
  validityMonths: z.int().min(1).max(120),
  warnings: z.array(contentWarning),
  refs: z.array(line).min(1),
  notes: line.nullable().default(null),
  modules: z.array(moduleSchema).min(1),
  assessment,
  /** Points a future lesson must teach, kept for its author. A complete course has none. */
  lessonPlan: z.array(z.strictObject({ title: line, minutes, keyPoints: z.array(line).min(1) })).default([]),
});

/** The head of a lesson file, between the two lines `---`. */
export const lessonHead = z.strictObject({
  id: z.string().regex(/^[A-Z]{3}-\d{3}-L\d+$/, 'a lesson id looks like OLH-101-L1'),
  title: words,
  module: line,
  minutes,
  refs: z.array(line).min(1),
  warnings: z.array(contentWarning).default([]),
  facts: factMark,
  /** Which outcomes of its module it teaches, counted from 1; left out: all of them. */
  outcomes: z.array(z.int().min(1)).min(1).optional(),
});

/** The YAML inside a `::: check` fence. Every option says why. */
export const checkBody = z.strictObject({
  type: z.enum(['single', 'multiple', 'true-false']),
  stem: words,
  options: z.array(option.extend({ why: words })).min(2, 'at least two options'),
  key: z.array(line),
  explanation: words.nullable().default(null),
});

/** The YAML inside a `::: picture` fence. */
export const pictureBody = z.strictObject({
  /** What somebody who does not see the picture needs to know. */
  alt: words,
  /** A line below it. */
  caption: words.nullable().default(null),
});

export const blockId = slug;
export const calloutTones = ['note', 'mistake', 'court', 'support'] as const;
