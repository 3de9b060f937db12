import { z } from 'zod';
import { factMark, level, line, skillId, slug, words } from './pack-schema-parts.js';

export const briefForms = ['work', 'observation', 'group-case', 'conversation'] as const;

const rubricLine = z.strictObject({
  criterion: words,
  /** In steps of 0.5. */
  points: z.number(),
});

const task = z.strictObject({
  key: slug,
  prompt: words,
  /** Absent: nothing is graded. */
  rubric: z.array(rubricLine).default([]),
  /** Of a group case: handed in once for all members. */
  shared: z.boolean().default(false),
});

const criterion = z.strictObject({
  key: slug,
  text: words,
  /** Not seen: the whole observation is failed. */
  critical: z.boolean().default(false),
});

const part = z.strictObject({
  key: slug,
  title: words,
  text: words,
  /** The candidate's own part. */
  candidate: z.boolean().default(false),
});

/** content/courses/<CODE>/briefs/<component>.yaml: what is left out of pass mark, goes and cool-down is the course's. */
export const briefFile = z.strictObject({
  component: slug,
  form: z.enum(briefForms),
  facts: factMark,
  refs: z.array(line).min(1),
  title: words,
  instructions: words,
  /** For assessors and markers only. */
  notes: words.nullable().default(null),
  /** What assessors and markers must be in date in. */
  skill: skillId,
  level: level.min(1),
  tasks: z.array(task).default([]),
  criteria: z.array(criterion).default([]),
  parts: z.array(part).default([]),
  sharedPercent: z.number().nullable().default(null),
  passPercent: z.number().optional(),
  attempts: z.number().optional(),
  coolDownHours: z.number().optional(),
  validityMonths: z.number().nullable().default(null),
});
