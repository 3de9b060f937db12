import { CatalogueModule } from '@app/catalogue';
import { FrameworkModule } from '@app/framework';
import { ProgressModule } from '@app/progress';
import { Module } from '@nestjs/common';
import { AuthoringResolver } from './authoring.resolver.js';
import { ActivityResolver, CourseResolver } from './course.resolver.js';

export const catalogueResolvers = [CourseResolver, ActivityResolver, AuthoringResolver];

/** The API edge of the catalogue. */
@Module({ imports: [CatalogueModule, FrameworkModule, ProgressModule], providers: catalogueResolvers })
export class CatalogueApiModule {}
