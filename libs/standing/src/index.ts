export { readsStandingOf, standingPermissions } from './access.js';
export { evidenceRecorded, evidenceWithdrawn } from './events.js';
export {
  type Evidence,
  type EvidenceCertification,
  type EvidenceId,
  type EvidenceKind,
  lastValidDayOf,
} from './evidence/evidence.js';
export { RecordEvidence, type RecordEvidenceInput } from './evidence/record-evidence.js';
export { WithdrawEvidence, type WithdrawEvidenceInput } from './evidence/withdraw-evidence.js';
export { refusal as standingRefusal } from './refusals.js';
export { levelAt, type Standing, type StandingReason, standingAt } from './standing/standing.js';
export { type AsAt, StandingReader } from './standing/standing.reader.js';
export { StandingModule } from './standing.module.js';
