export { cataloguePermissions } from './access.js';
export { CatalogueModule } from './catalogue.module.js';
export { type BlockKey, blockKey, blocksOf, changedBlocks } from './course/content-change.js';
export type { Course, CourseDraft, CourseId, DraftState, VersionId } from './course/course.js';
export { type CourseHead, CourseReader } from './course/course.reader.js';
export {
  type Activity,
  type ActivityKind,
  type AssessmentComponent,
  type AssessmentTerms,
  activitiesOf,
  activityOf,
  type Block,
  type BlockKind,
  type BlockWarning,
  type CheckOption,
  type CompletionRule,
  type CourseContent,
  type CourseStatus,
  type Module as CourseModule,
  type QuickCheck,
} from './course/course-content.js';
export type { Change, PublishedVersion } from './course/published-version.js';
export { coursePublished, draftApproved, draftSent, lessonCorrected, translationOwed } from './events.js';
export { refusal as catalogueRefusal } from './refusals.js';
