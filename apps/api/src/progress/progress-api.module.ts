import { CatalogueModule } from '@app/catalogue';
import { IdentityModule } from '@app/identity';
import { ProgressModule } from '@app/progress';
import { Module } from '@nestjs/common';
import { EnrolmentsResolver } from './enrolments.resolver.js';
import { LearningResolver } from './learning.resolver.js';
import { MyCourseResolver } from './my-course.resolver.js';

export const progressResolvers = [LearningResolver, EnrolmentsResolver, MyCourseResolver];

/** The API edge of progress. */
@Module({ imports: [ProgressModule, CatalogueModule, IdentityModule], providers: progressResolvers })
export class ProgressApiModule {}
