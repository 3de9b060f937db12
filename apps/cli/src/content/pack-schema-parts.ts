import { z } from 'zod';

/** How sure we are of a fact: the six marks of content/README.md. It travels with the fact. */
export const factMarks = ['src', 'sec', 'mixed', 'gk', 'proposal', 'uncertain'] as const;
export type FactMark = (typeof factMarks)[number];
export const factMark = z.enum(factMarks, {
  error: `facts must be one of ${factMarks.join(', ')}`,
});

export type WelshState = 'absent' | 'draft' | 'checked' | 'stale';

/** One text in two languages. `cy` is null exactly when `cyState` is absent. */
export interface Words {
  en: string;
  cy: string | null;
  cyState: WelshState;
}

export const line = z.string().trim().min(1, 'must not be empty');

const bothLanguages = z
  .strictObject({
    en: line,
    cy: line.optional(),
    state: z.enum(['draft', 'checked', 'stale']).optional(),
  })
  .refine((text) => text.cy === undefined || text.state !== undefined, {
    message: 'Welsh state missing: say state: draft, checked or stale',
    path: ['cy'],
  })
  .refine((text) => text.cy !== undefined || text.state === undefined, {
    message: 'a Welsh state is given but no Welsh text (cy)',
    path: ['state'],
  });

/** In a file: a plain string (English alone) or `{ en, cy, state }`. In the pack: always Words. */
export const words = z.union([line, bothLanguages]).transform((text): Words => {
  if (typeof text === 'string') return { en: text, cy: null, cyState: 'absent' };
  return { en: text.en, cy: text.cy ?? null, cyState: text.state ?? 'absent' };
});

/** What may distress, and how strongly: 1 mentioned, 2 described, 3 central to the block. */
export const contentWarning = z.strictObject({
  kind: line,
  intensity: z.int().min(1).max(3),
});
export type ContentWarning = z.infer<typeof contentWarning>;

export const level = z.int().min(0).max(4);
export const courseCode = z.string().regex(/^[A-Z]{3}-\d{3}$/, 'a course code looks like OLH-101');
export const skillId = z.string().regex(/^[A-Z]{3}-\d{2}$/, 'a skill id looks like OLH-01');
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens only');
export const calendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date looks like 2026-11-22 (in quotation marks)');

/** Where something stands in the pack: file relative to the pack's folder, line from 1, path inside the YAML. */
export interface Place {
  file: string;
  line: number;
  path: readonly (string | number)[];
}
/** Anything the pack read from a file, with the place it came from. */
export type Placed<T> = T & { at: Place };
