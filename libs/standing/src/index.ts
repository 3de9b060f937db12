export { readsStandingOf, standingPermissions } from './access.js';
export { type AssessorNeed, type AssessorStanding, assessorStandingAt } from './assessor/assessor.js';
export { type Assessor, AssessorReader } from './assessor/assessor.reader.js';
export { ApplyAuthorityRule, type ApplyAuthorityRuleInput } from './authority/apply-authority-rule.js';
export {
  AUTHORITY_STATES,
  type AuthorityGround,
  type AuthorityRecord,
  type AuthorityState,
  authorityOn,
  authorityTurns,
  type Practice,
  practiceOn,
} from './authority/authority.js';
export { AuthorityReader } from './authority/authority.reader.js';
export { RecordAuthority, type RecordAuthorityInput } from './authority/record-authority.js';
export { authorityRecorded, evidenceRecorded, evidenceWithdrawn } from './events.js';
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
