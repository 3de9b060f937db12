export { cataloguePermissions } from './access.js';
export { refuseUnsoundComponents } from './assessment/check-components.js';
export { SetCourseComponents, type SetCourseComponentsInput } from './assessment/set-components.js';
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
  COMPONENT_KINDS,
  type CompletionRule,
  type CourseContent,
  type CourseStatus,
  type Module as CourseModule,
  type Picture,
  type QuickCheck,
} from './course/course-content.js';
export type { Change, PublishedVersion } from './course/published-version.js';
export {
  componentsSet,
  coursePublished,
  draftApproved,
  draftSent,
  lessonCorrected,
  translationOwed,
} from './events.js';
export { CorrectLesson, type CorrectLessonInput } from './lesson/correct-lesson.js';
export { RenderedText, renderMarkdown } from './lesson/render-markdown.js';
export { coursePicture } from './picture/course-picture.js';
export { KeepPicture, type KeepPictureInput } from './picture/keep-picture.js';
export { ApproveDraft, type ApproveDraftInput } from './publishing/approve-draft.js';
export { type CourseImported, ImportCourse, type ImportCourseInput } from './publishing/import-course.js';
export { type CourseToPublish, PublicationGate } from './publishing/publication-gate.js';
export { PublishCourse, type PublishCourseInput } from './publishing/publish-course.js';
export { SendDraftForReview, type SendDraftForReviewInput } from './publishing/send-draft-for-review.js';
export { refusal as catalogueRefusal } from './refusals.js';
