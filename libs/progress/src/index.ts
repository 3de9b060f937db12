export { progressPermissions } from './access.js';
export { AnnounceCutOff } from './enrolment/announce-cut-off.js';
export { AnswerCheck, type AnswerCheckInput, type AnsweredCheck } from './enrolment/answer-check.js';
export { CompleteActivity, type CompleteActivityInput } from './enrolment/complete-activity.js';
export { Enrol, type EnrolInput } from './enrolment/enrol.js';
export { EnrolPeople, type EnrolPeopleInput, type PeopleEnrolled } from './enrolment/enrol-people.js';
export type {
  ActivityProgress,
  CheckProgress,
  Enrolment,
  EnrolmentId,
  EnrolmentOrigin,
  EnrolmentState,
} from './enrolment/enrolment.js';
export { type EnrolmentFilter, type EnrolmentImpact, EnrolmentReader } from './enrolment/enrolment.reader.js';
export { isCompleted, type ModuleProgress, moduleProgress } from './enrolment/learning.js';
export { MoveLearners, type MoveLearnersInput } from './enrolment/move-learners.js';
export { OpenActivity, type OpenActivityInput } from './enrolment/open-activity.js';
export { StartNextCycle, type StartNextCycleInput } from './enrolment/start-next-cycle.js';
export {
  activityCompleted,
  courseCompleted,
  cutOffReached,
  dueDateSet,
  enrolmentMoved,
  enrolmentStarted,
} from './events.js';
export { cutOffDue } from './jobs.js';
export { ProgressModule } from './progress.module.js';
export { refusal as progressRefusal } from './refusals.js';
