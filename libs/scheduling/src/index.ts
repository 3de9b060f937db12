export { schedulingPermissions } from './access.js';
export {
  recurringPaused,
  recurringResumed,
  recurringRunAsked,
  workDiscarded,
  workRedriven,
} from './events.js';
export type { FailedWork, FailedWorkState } from './failed-work/failed-work.js';
export { FailedWorkRepository } from './failed-work/failed-work.repository.js';
export { DiscardWork, RedriveWork } from './failed-work/settle-failed-work.js';
export { ForgetDone } from './forgetting/forget-done.js';
export { forgetDone } from './jobs.js';
export { isSilent, type LoopPulse, type Pulse, type QueuePulse } from './pulse/pulse.js';
export { Pulses } from './pulse/pulses.repository.js';
export { PutOnTimetable } from './recurring/put-on-timetable.js';
export type { Recurring } from './recurring/recurring.js';
export { RecurringReader } from './recurring/recurring.reader.js';
export { PauseRecurring, ResumeRecurring, RunRecurringNow } from './recurring/steer-recurring.js';
export { SchedulingModule } from './scheduling.module.js';
