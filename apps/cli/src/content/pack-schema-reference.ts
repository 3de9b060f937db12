import { z } from 'zod';
import { itemSchema } from './pack-schema-item.js';
import {
  calendarDate,
  contentWarning,
  courseCode,
  factMark,
  level,
  line,
  skillId,
  slug,
  words,
} from './pack-schema-parts.js';

/** content/pack.yaml */
export const packFile = z.strictObject({
  name: line,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version looks like 1.0.0'),
  lawAsOf: calendarDate,
  /** Shown wherever law is shown. */
  disclaimer: words,
  /** Shown beside each law entry that nobody has checked. */
  notLegallyChecked: words,
});

const fades = ['fast', 'medium', 'slow'] as const;

/** content/framework/areas.yaml */
export const areasFile = z.strictObject({
  facts: factMark,
  levels: z.array(line).length(5),
  fadeRules: z.record(z.enum(fades), line),
  areas: z.array(
    z.strictObject({
      id: z.string().regex(/^[A-Z]{3}$/),
      name: words,
      description: words,
      /** Five descriptors, for levels 0 to 4. */
      levels: z.array(line).length(5),
    }),
  ),
});

/** content/framework/skills.yaml */
export const skillsFile = z.strictObject({
  facts: factMark,
  skills: z.array(
    z.strictObject({
      id: skillId,
      area: line,
      name: words,
      description: words,
      fade: z.enum(fades),
      validityMonths: z.int().min(1).max(120),
      refresher: line,
    }),
  ),
});

/** content/framework/role-profiles.yaml */
export const roleProfilesFile = z.strictObject({
  facts: factMark,
  note: line,
  profiles: z.array(
    z.strictObject({
      role: slug,
      requirements: z.array(z.strictObject({ skill: skillId, level: level.min(1), essential: z.boolean() })),
    }),
  ),
});

/** content/framework/ranks.yaml. `grade` orders ranks of one ladder; legal authority never follows from it. */
export const ranksFile = z.strictObject({
  facts: factMark,
  note: line,
  ranks: z.array(
    z.strictObject({
      id: slug,
      name: words,
      track: z.enum(['officer', 'officer-london', 'special', 'designated staff', 'staff', 'volunteer']),
      grade: z.int().nullable().default(null),
      abbreviation: line.nullable().default(null),
      note: line.nullable().default(null),
    }),
  ),
  authorityRules: z.array(
    z.strictObject({
      power: line,
      lowestRank: slug,
      note: line,
      facts: factMark,
      sources: z.array(line).default([]),
    }),
  ),
});

/** content/framework/roles.yaml */
export const rolesFile = z.strictObject({
  facts: factMark,
  note: line,
  roles: z.array(
    z.strictObject({
      id: slug,
      name: words,
      employment: z.enum(['officer', 'staff', 'officer-or-staff']),
      purpose: words,
      keyAreas: z.array(line),
      psychologicalScreening: z.boolean(),
      pipLevel: z.int().nullable(),
      complexityBand: level,
    }),
  ),
});

/** content/framework/frameworks.yaml */
export const frameworksFile = z.strictObject({
  frameworks: z.array(
    z.strictObject({
      id: slug,
      name: line,
      summary: line,
      facts: factMark,
      sources: z.array(line).default([]),
    }),
  ),
});

/** content/law/register.yaml */
export const lawFile = z.strictObject({
  asOf: calendarDate,
  law: z.array(
    z.strictObject({
      id: slug,
      title: line,
      /** Nations, as the source gives them: E, W, S, NI or UK. */
      extent: line,
      status: line,
      /** A known start or change of the entry; parts may start on different days. */
      dates: z.array(z.strictObject({ date: calendarDate, what: line })).default([]),
      summary: line,
      facts: factMark,
      sources: z.array(line).default([]),
      /** What in the summary nobody has confirmed, or null. */
      unconfirmed: line.nullable().default(null),
      nextReview: calendarDate,
      /** True only when a lawyer has checked this wording. */
      checked: z.boolean(),
    }),
  ),
});

/** content/sources.yaml */
export const sourcesFile = z.strictObject({
  asOf: calendarDate,
  sources: z.array(
    z.strictObject({
      id: z.string().regex(/^S\d{2,3}$/),
      title: line,
      /** Null: not on the web. */
      url: z.url().nullable().default(null),
      furtherUrls: z.array(z.url()).default([]),
      usedFor: line,
    }),
  ),
});

/** content/forces/forces.yaml. The list is data: forces begin, end and merge. */
export const forcesFile = z.strictObject({
  asOf: calendarDate,
  notes: z.array(line),
  forces: z.array(
    z.strictObject({
      slug,
      name: words,
      shortCode: line,
      kind: z.enum([
        'territorial',
        'territorial-other',
        'special',
        'agency',
        'crown-dependency',
        'service-police',
        'national-body',
      ]),
      nation: line,
      region: line,
      bilingual: z.boolean(),
      languages: z.array(z.enum(['en', 'cy'])).min(1),
      /** False for the 43 territorial forces of England and Wales. */
      optional: z.boolean(),
      active: z.boolean(),
      onDataPoliceUk: z.boolean(),
      /** Null: from before our records, or without end. */
      effectiveFrom: calendarDate.nullable(),
      effectiveTo: calendarDate.nullable(),
      mergedInto: slug.nullable(),
      officers: z
        .strictObject({
          approximate: z.int().nullable(),
          fullTimeMarch2025: z.int().nullable().default(null),
          headcountSeptember2024: z.int().nullable().default(null),
          facts: factMark,
          sources: z.array(line).default([]),
        })
        .nullable(),
    }),
  ),
});

/** content/themes.yaml */
export const themesFile = z.strictObject({
  source: line,
  themes: z.array(
    z.strictObject({ theme: line, idea: line, courses: z.array(line), skills: z.array(skillId) }),
  ),
});

/** content/welsh/glossary.yaml */
export const glossaryFile = z.strictObject({
  facts: factMark,
  state: z.enum(['draft', 'checked']),
  terms: z.array(z.strictObject({ en: line, cy: line })),
});

const exhibit = z
  .strictObject({
    id: line,
    title: words,
    text: z.string().min(1).optional(),
    from: z
      .array(z.union([line, z.int()]))
      .min(1)
      .optional(),
    /** When it is given, the exact bytes (UTF-8) must have it. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .refine(({ text, from }) => (text === undefined) !== (from === undefined), {
    message: 'an exhibit has a text, or says from where in the materials it comes',
  });

/** content/exercises/<id>.yaml. `materials` and `marking` differ with the kind of exercise and are kept as given. */
export const exerciseFile = z.strictObject({
  id: z.string().regex(/^EX-[A-Z]{3}-\d+$/),
  title: words,
  kind: line,
  skill: skillId,
  minutes: z.int().min(1),
  classification: line.default('OFFICIAL'),
  warnings: z.array(contentWarning).default([]),
  refs: z.array(line),
  facts: factMark,
  description: line.nullable().default(null),
  scenario: words.nullable().default(null),
  tasks: z.array(words).default([]),
  materials: z.record(z.string(), z.json()).default({}),
  marking: z.record(z.string(), z.json()).default({}),
  /** The course whose bank its items are in; null while it has none. */
  course: courseCode.nullable().default(null),
  /** What is laid out with the scenario: a text of its own, or `from` a place in `materials`. */
  exhibits: z.array(exhibit).default([]),
  /** Its questions, in the order in which they are shown. They are drawn together or not at all. */
  items: z.array(itemSchema).default([]),
});
