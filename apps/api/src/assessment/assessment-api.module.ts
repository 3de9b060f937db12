import { AssessmentModule } from '@app/assessment';
import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { AnswerResolver } from './answer.resolver.js';
import { AttemptResolver } from './attempt.resolver.js';
import { MyCourseAssessmentResolver } from './my-course.resolver.js';
import { PlaceResolver } from './place.resolver.js';
import { PlacePersonResolver } from './place-person.resolver.js';
import { SittingResolver } from './sitting.resolver.js';

/** The resolvers of assessment. */
export const assessmentResolvers = [
  SittingResolver,
  PlaceResolver,
  PlacePersonResolver,
  AttemptResolver,
  AnswerResolver,
  MyCourseAssessmentResolver,
];

@Module({ imports: [AssessmentModule, IdentityModule], providers: assessmentResolvers })
export class AssessmentApiModule {}
