import type { Type } from '@nestjs/common';
import { AssessmentWorkerModule } from './assessment/assessment-worker.module.js';
import { CapabilityWorkerModule } from './capability/capability-worker.module.js';
import { CertificationWorkerModule } from './certification/certification-worker.module.js';
import { FilesWorkerModule } from './files/files-worker.module.js';
import { IdentityWorkerModule } from './identity/identity-worker.module.js';
import { NotificationsWorkerModule } from './notifications/notifications-worker.module.js';
import { PracticalsWorkerModule } from './practicals/practicals-worker.module.js';
import { ProgressWorkerModule } from './progress/progress-worker.module.js';
import { SchedulingWorkerModule } from './scheduling/scheduling-worker.module.js';
import { StandingWorkerModule } from './standing/standing-worker.module.js';

/** The background edge of each domain: what the worker process runs, and what tests run inline. */
export const processorModules: Type[] = [
  FilesWorkerModule,
  IdentityWorkerModule,
  SchedulingWorkerModule,
  StandingWorkerModule,
  ProgressWorkerModule,
  AssessmentWorkerModule,
  PracticalsWorkerModule,
  CertificationWorkerModule,
  CapabilityWorkerModule,
  NotificationsWorkerModule,
];
