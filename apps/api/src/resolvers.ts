import type { Type } from '@nestjs/common';
import { AssessmentApiModule, assessmentResolvers } from './assessment/assessment-api.module.js';

/** The API edge of each domain. */
export const apiModules: Type[] = [AssessmentApiModule];

/** Every resolver, for printing the schema and the permissions without a server. */
export const resolvers: Type[] = [...assessmentResolvers];
