import { Module } from '@nestjs/common';
import { AssessmentModule } from '@app/assessment';
import { IdentityModule } from '@app/identity';
import { AnswerResolver } from './answer.resolver.js';
import { AttemptResolver } from './attempt.resolver.js';
import { PlaceResolver } from './place.resolver.js';
import { SittingResolver } from './sitting.resolver.js';

/** The resolvers of assessment. */
export const assessmentResolvers = [SittingResolver, PlaceResolver, AttemptResolver, AnswerResolver];

@Module({ imports: [AssessmentModule, IdentityModule], providers: assessmentResolvers })
export class AssessmentApiModule {}
