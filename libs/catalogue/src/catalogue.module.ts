import { FrameworkModule } from '@app/framework';
import { FilesModule } from '@app/platform/files/files.module.js';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { SetCourseComponents } from './assessment/set-components.js';
import { CourseReader } from './course/course.reader.js';
import { CourseRepository } from './course/course.repository.js';
import { COURSE, COURSE_DRAFT, courseDraftSchema, courseSchema } from './course/course.schema.js';
import { COURSE_VERSION, courseVersionSchema } from './course/course-version.schema.js';
import { CorrectLesson } from './lesson/correct-lesson.js';
import { RenderedText } from './lesson/render-markdown.js';
import { KeepPicture } from './picture/keep-picture.js';
import { ApproveDraft } from './publishing/approve-draft.js';
import { ImportCourse } from './publishing/import-course.js';
import { PublicationGate } from './publishing/publication-gate.js';
import { PublishCourse } from './publishing/publish-course.js';
import { PUBLISH_LOG, publishLogSchema } from './publishing/publish-log.schema.js';
import { SendDraftForReview } from './publishing/send-draft-for-review.js';

/** Courses, their drafts and their immutable versions. */
@Module({
  imports: [
    FrameworkModule,
    FilesModule,
    MongooseModule.forFeature([
      { name: COURSE, schema: courseSchema },
      { name: COURSE_DRAFT, schema: courseDraftSchema },
      { name: COURSE_VERSION, schema: courseVersionSchema },
      { name: PUBLISH_LOG, schema: publishLogSchema },
    ]),
  ],
  providers: [
    CourseRepository,
    CourseReader,
    ImportCourse,
    KeepPicture,
    CorrectLesson,
    SetCourseComponents,
    SendDraftForReview,
    ApproveDraft,
    PublicationGate,
    PublishCourse,
    RenderedText,
  ],
  exports: [
    CourseReader,
    ImportCourse,
    KeepPicture,
    CorrectLesson,
    SetCourseComponents,
    SendDraftForReview,
    ApproveDraft,
    PublicationGate,
    PublishCourse,
    RenderedText,
  ],
})
export class CatalogueModule {}
