export type {
  ActivityProgress,
  CheckProgress,
  Enrolment,
  EnrolmentId,
  EnrolmentOrigin,
  EnrolmentState,
} from './enrolment/enrolment.js';
export { type EnrolmentFilter, type EnrolmentImpact, EnrolmentReader } from './enrolment/enrolment.reader.js';
export {
  activityCompleted,
  courseCompleted,
  cutOffReached,
  dueDateSet,
  enrolmentMoved,
  enrolmentStarted,
} from './events.js';
export { ProgressModule } from './progress.module.js';
