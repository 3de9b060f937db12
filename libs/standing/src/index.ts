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
export * from './events.js';
export {
  type Evidence,
  type EvidenceCertification,
  type EvidenceId,
  type EvidenceKind,
  lastValidDayOf,
} from './evidence/evidence.js';
export { CONFIDENCES, type Confidence, type Provenance } from './evidence/provenance.js';
export { RecordEvidence, type RecordEvidenceInput } from './evidence/record-evidence.js';
export { WithdrawEvidence, type WithdrawEvidenceInput } from './evidence/withdraw-evidence.js';
export { ApplyPast } from './past/apply-past.js';
export { CancelPast } from './past/cancel-past.js';
export { CheckPast, type CheckPastInput } from './past/check-past.js';
export { ImportPast, type ImportPastInput } from './past/import-past.js';
export { MapPast } from './past/map-past.js';
export { neutralCell, neutralCsv } from './past/neutral-cell.js';
export { PastReader } from './past/past.reader.js';
export {
  PAST_STATES,
  type PastError,
  type PastImport,
  type PastImportId,
  type PastRecord,
  type PastState,
} from './past/past-import.js';
export { type CourseMapping, DATE_FORMS, type DateForm, type PastColumns } from './past/past-mapping.js';
export { SavePastMapping, type SavePastMappingInput } from './past/save-past-mapping.js';
export { UndoPast, type UndoPastInput } from './past/undo-past.js';
export { WithdrawPast } from './past/withdraw-past.js';
export { refusal as standingRefusal } from './refusals.js';
export {
  type RollUp,
  type SkillNeed,
  type SkillStanding,
  type StandingRules,
  skillStanding,
} from './standing/roll-up.js';
export { levelAt, type Standing, type StandingReason, standingAt } from './standing/standing.js';
export { type AsAt, StandingReader } from './standing/standing.reader.js';
export { StandingModule } from './standing.module.js';
