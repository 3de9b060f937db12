export { standingPermissions } from './access.js';
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
export { AppealFinding, type AppealFindingInput } from './claim/appeal-finding.js';
export {
  CLAIM_KINDS,
  CLAIM_STATES,
  type ClaimId,
  type ClaimKind,
  type ClaimState,
  type Criterion,
  type EvidenceClaim,
} from './claim/claim.js';
export { ClaimReader } from './claim/claim.reader.js';
export { ClaimCertificate, type ClaimCertificateInput } from './claim/claim-certificate.js';
export { ClaimPriorLearning, type ClaimPriorLearningInput } from './claim/claim-prior-learning.js';
export { DecideClaim, type DecideClaimInput } from './claim/decide-claim.js';
export type { Issuer } from './claim/issuer.repository.js';
export { PeopleInReach } from './claim/people-in-reach.js';
export { RecordPractice, type RecordPracticeInput } from './claim/record-practice.js';
export { SaveIssuer } from './claim/save-issuer.js';
export { TakeBackClaim } from './claim/take-back-claim.js';
export * from './events.js';
export { EndEvidence, type SupersedeEvidenceInput } from './evidence/end-evidence.js';
export {
  EVIDENCE_KINDS,
  type Evidence,
  type EvidenceCertification,
  type EvidenceId,
  type EvidenceKind,
  lastValidDayOf,
} from './evidence/evidence.js';
export {
  EVIDENCE_STATES,
  EvidenceListReader,
  type EvidenceState,
  type EvidenceWanted,
  stateOf,
} from './evidence/evidence-list.reader.js';
export { type Outcome, OutcomeReader } from './evidence/outcome.reader.js';
export { CONFIDENCES, type Confidence, type Provenance } from './evidence/provenance.js';
export { RecordEvidence, type RecordEvidenceInput } from './evidence/record-evidence.js';
export { RecordFinding, type RecordFindingInput } from './evidence/record-finding.js';
export { WithdrawEvidence, type WithdrawEvidenceInput } from './evidence/withdraw-evidence.js';
export { ApplyPast } from './past/apply-past.js';
export { CancelPast } from './past/cancel-past.js';
export { CheckPast, type CheckPastInput } from './past/check-past.js';
export { encodingWords } from './past/encoding-words.js';
export { ImportPast, type ImportPastInput } from './past/import-past.js';
export { MapPast } from './past/map-past.js';
export { neutralCell, neutralCsv } from './past/neutral-cell.js';
export { PastReader } from './past/past.reader.js';
export {
  type Encoding,
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
export { ExplainStanding } from './standing/explain-standing.js';
export {
  type ExplanationNode,
  explanationText,
  NODE_KINDS,
  type NodeKind,
} from './standing/explanation-tree.js';
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
