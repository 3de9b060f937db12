export { CompleteWork } from './complete-work.js';
export { VoidWork, WithdrawWork } from './end-work.js';
export { workSubmitted, workVoided, workWithdrawn } from './events.js';
export { workPermissions } from './permissions.js';
export { SaveWork } from './save-work.js';
export { StartWork, type StartWorkInput } from './start-work.js';
export { SubmitWork } from './submit-work.js';
export type { Work, WorkId, WorkOutcome, WorkPart, WorkState, WorkTask, WorkTerms } from './work.js';
export { WorkReader } from './work.reader.js';
