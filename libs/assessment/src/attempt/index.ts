export { type AnswerInput, type AnswerValue, readAnswer } from './answer.js';
export type {
  Attempt,
  AttemptId,
  AttemptState,
  AttemptSummary,
  ItemMark,
  PaperItem,
  PaperMarks,
  SavedAnswer,
} from './attempt.js';
export { AttemptReader } from './attempt.reader.js';
export { CloseAttempt } from './close-attempt.js';
export { ConfirmRecall } from './confirm-recall.js';
export { EndRest } from './end-rest.js';
export { restingUntil } from './pause-rules.js';
export { ReleaseResults } from './release-results.js';
export { type AttemptResult, type ItemFeedback, ResultReader } from './result.reader.js';
export { ResumeAttempt } from './resume-attempt.js';
export { type AnswerSaved, SaveAnswer } from './save-answer.js';
export { SettleRecall } from './settle-recall.js';
export { StartAttempt } from './start-attempt.js';
export { StartRest } from './start-rest.js';
export { StopWriting } from './stop-writing.js';
export { SubmitAttempt } from './submit-attempt.js';
export { SuspendAttempt } from './suspend-attempt.js';
export { TurnDownRecall } from './turn-down-recall.js';
export { ViewAttempt } from './view-attempt.js';
export { WithdrawRecall } from './withdraw-recall.js';
