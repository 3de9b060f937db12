import { CatalogueModule } from '@app/catalogue';
import { FrameworkModule } from '@app/framework';
import { ProgressModule } from '@app/progress';
import { Module } from '@nestjs/common';
import { FilesApiModule } from '../files/files-api.module.js';
import { AuthoringResolver } from './authoring.resolver.js';
import { ActivityResolver, CourseResolver } from './course.resolver.js';
import { LessonPictureResolver } from './picture.resolver.js';

export const catalogueResolvers = [
  CourseResolver,
  ActivityResolver,
  LessonPictureResolver,
  AuthoringResolver,
];

/** The API edge of the catalogue. */
@Module({
  imports: [CatalogueModule, FilesApiModule, FrameworkModule, ProgressModule],
  providers: catalogueResolvers,
})
export class CatalogueApiModule {}
