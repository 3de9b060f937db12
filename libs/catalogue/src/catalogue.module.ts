import { FrameworkModule } from '@app/framework';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CourseReader } from './course/course.reader.js';
import { COURSE, COURSE_DRAFT, courseDraftSchema, courseSchema } from './course/course.schema.js';
import { COURSE_VERSION, courseVersionSchema } from './course/course-version.schema.js';
import { PUBLISH_LOG, publishLogSchema } from './publishing/publish-log.schema.js';

/** Courses, their drafts and their immutable versions. */
@Module({
  imports: [
    FrameworkModule,
    MongooseModule.forFeature([
      { name: COURSE, schema: courseSchema },
      { name: COURSE_DRAFT, schema: courseDraftSchema },
      { name: COURSE_VERSION, schema: courseVersionSchema },
      { name: PUBLISH_LOG, schema: publishLogSchema },
    ]),
  ],
  providers: [CourseReader],
  exports: [CourseReader],
})
export class CatalogueModule {}
