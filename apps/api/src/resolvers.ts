import type { Type } from '@nestjs/common';
import { AssessmentApiModule, assessmentResolvers } from './assessment/assessment-api.module.js';
import { CapabilityApiModule, capabilityResolvers } from './capability/capability-api.module.js';
import { ExtractApiModule, extractResolvers } from './capability/extract/extract-api.module.js';
import { CatalogueApiModule, catalogueResolvers } from './catalogue/catalogue-api.module.js';
import { CertificationApiModule, certificationResolvers } from './certification/certification-api.module.js';
import { FilesApiModule } from './files/files-api.module.js';
import { FrameworkApiModule, frameworkResolvers } from './framework/framework-api.module.js';
import { IdentityApiModule, identityResolvers } from './identity/identity-api.module.js';
import { NotificationsApiModule, notificationsResolvers } from './notifications/notifications-api.module.js';
import { PracticalsApiModule, practicalsResolvers } from './practicals/practicals-api.module.js';
import { ProgressApiModule, progressResolvers } from './progress/progress-api.module.js';
import { SchedulingApiModule, schedulingResolvers } from './scheduling/scheduling-api.module.js';
import { StandingApiModule, standingResolvers } from './standing/standing-api.module.js';

/** The API edge of each domain. */
export const apiModules: Type[] = [
  FilesApiModule,
  IdentityApiModule,
  FrameworkApiModule,
  StandingApiModule,
  CatalogueApiModule,
  ProgressApiModule,
  AssessmentApiModule,
  PracticalsApiModule,
  CertificationApiModule,
  CapabilityApiModule,
  ExtractApiModule,
  NotificationsApiModule,
  SchedulingApiModule,
];

/** Every resolver, for printing the schema and the permissions without a server. */
export const resolvers: Type[] = [
  ...identityResolvers,
  ...frameworkResolvers,
  ...standingResolvers,
  ...catalogueResolvers,
  ...progressResolvers,
  ...assessmentResolvers,
  ...practicalsResolvers,
  ...certificationResolvers,
  ...capabilityResolvers,
  ...extractResolvers,
  ...notificationsResolvers,
  ...schedulingResolvers,
];
