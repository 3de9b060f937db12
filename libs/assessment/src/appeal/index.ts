export type { SavedOnce } from './answer-history.reader.js';
export type { Appeal, AppealId, AppealKind, AppealRemedy, AppealState } from './appeal.js';
export { lastAppealDay } from './appeal.js';
export { AppealReader } from './appeal.reader.js';
export { RecordOverdueAppeal } from './appeal-overdue.js';
export { AskAppeal, type AskAppealInput, WithdrawAppeal } from './ask-appeal.js';
export { DecideAppeal, type DecideAppealInput } from './decide-appeal.js';
export {
  appealAsked,
  appealDecided,
  appealEvidenceViewed,
  appealOverdue,
  appealWithdrawn,
  responseRemarked,
} from './events.js';
export { appealFallsDue } from './jobs.js';
export { appealPermissions } from './permissions.js';
export { type AppealEvidence, ReadAppealEvidence } from './read-appeal-evidence.js';
export { RemarkResponse, type RemarkResponseInput } from './remark-response.js';
