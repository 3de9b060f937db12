import type { z } from 'zod';
import type { briefFile } from './pack-schema-brief.js';
import type {
  blueprintSchema,
  calloutTones,
  checkBody,
  courseFile,
  lessonHead,
  pictureBody,
  quotaSchema,
} from './pack-schema-course.js';
import type { itemSchema } from './pack-schema-item.js';
import type { ContentWarning, Place, Placed, Words } from './pack-schema-parts.js';
import type * as reference from './pack-schema-reference.js';

export * from './pack-schema-brief.js';
export * from './pack-schema-course.js';
export * from './pack-schema-item.js';
export * from './pack-schema-parts.js';
export * from './pack-schema-reference.js';

export type PackHead = z.infer<typeof reference.packFile>;
export type Areas = z.infer<typeof reference.areasFile>;
export type Skill = Placed<z.infer<typeof reference.skillsFile>['skills'][number]>;
export type RoleProfile = Placed<z.infer<typeof reference.roleProfilesFile>['profiles'][number]>;
export type Ranks = z.infer<typeof reference.ranksFile>;
export type Role = Placed<z.infer<typeof reference.rolesFile>['roles'][number]>;
export type Framework = Placed<z.infer<typeof reference.frameworksFile>['frameworks'][number]>;
export type LawEntry = Placed<z.infer<typeof reference.lawFile>['law'][number]>;
export type Source = Placed<z.infer<typeof reference.sourcesFile>['sources'][number]>;
export type Force = Placed<z.infer<typeof reference.forcesFile>['forces'][number]>;
export type Theme = Placed<z.infer<typeof reference.themesFile>['themes'][number]>;
export type GlossaryTerm = z.infer<typeof reference.glossaryFile>['terms'][number];
export type Exercise = Placed<z.infer<typeof reference.exerciseFile>>;

/** `stimulus`: the exercise that it belongs to; absent when it stands alone. */
export type Item = Placed<z.infer<typeof itemSchema>> & { stimulus?: string };
export type Quota = z.infer<typeof quotaSchema>;
export type Blueprint = z.infer<typeof blueprintSchema>;
export type QuickCheck = z.infer<typeof checkBody>;
export type PictureAbout = z.infer<typeof pictureBody>;

/** A drawing in a course's folder `pictures`. */
export type Drawing = Placed<{ name: string; svg: string }>;

interface BlockCommon {
  /** Stable: progress is kept by it from version to version, so it never changes with the wording. */
  id: string;
  warnings: ContentWarning[];
  at: Place;
}
/** One block of a lesson. Markdown is CommonMark without HTML. */
export type Block =
  | (BlockCommon & { kind: 'text' | 'example'; heading: Words | null; markdown: Words })
  | (BlockCommon & {
      kind: 'callout';
      tone: (typeof calloutTones)[number];
      heading: Words | null;
      markdown: Words;
    })
  /** Shows the law entry with its mark; `markdown` is the author's sentence about it, or null. */
  | (BlockCommon & { kind: 'law'; lawId: string; markdown: Words | null })
  | (BlockCommon & { kind: 'check'; check: QuickCheck })
  | (BlockCommon & { kind: 'picture'; file: string; heading: Words | null; about: PictureAbout });

/** `wordCount`: words of prose; quick checks are not counted. */
export type Lesson = Placed<z.infer<typeof lessonHead> & { blocks: Block[]; wordCount: number }>;
export type CourseModule = z.infer<typeof courseFile>['modules'][number];
export type CourseActivity = CourseModule['activities'][number];

/** What a component that is no paper asks. */
export type Brief = Placed<z.infer<typeof briefFile>>;

/** A course as its folder gives it. Lessons and items stand apart; modules name them by id, briefs their component. */
export type Course = Placed<z.infer<typeof courseFile>> & {
  lessons: Lesson[];
  items: Item[];
  briefs: Brief[];
  drawings: Drawing[];
};

/**
 * The whole shipped content, read and in shape. Plain data: it can be written as JSON.
 * References between its parts are ids and are proved by `checkPack`, not by this type.
 */
export interface Pack {
  head: PackHead;
  areas: Areas;
  skills: Skill[];
  roleProfiles: RoleProfile[];
  ranks: Ranks;
  roles: Role[];
  frameworks: Framework[];
  lawAsOf: string;
  law: LawEntry[];
  sources: Source[];
  forces: Force[];
  themes: Theme[];
  glossary: GlossaryTerm[];
  exercises: Exercise[];
  courses: Course[];
}

/** Something wrong in the pack, for the person who will mend it. */
export interface Fault {
  file: string;
  line: number;
  reason: string;
}
