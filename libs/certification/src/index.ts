export { certificationPermissions, mayReadAwards, type WhoseAwards } from './access.js';
export {
  type Assignment,
  type AssignmentId,
  type AssignmentState,
  askedBy,
  type ExceptionAnswer,
  type Origin,
} from './assignment/assignment.js';
export { AssignmentReader, type WantedAssignments } from './assignment/assignment.reader.js';
export {
  assignmentBegun,
  assignmentGuardSet,
  assignmentHeldBack,
  assignmentRuleConfirmed,
  assignmentRuleSaved,
  assignmentRuleSteered,
  exceptionDecided,
  personLeftOut,
} from './assignment/assignment-events.js';
export {
  type AssignmentRule,
  type AssignmentRuleId,
  type AssignmentVersion,
  type Condition,
  type DueRule,
  versionOf,
} from './assignment/assignment-rule.js';
export { AssignmentRuleReader } from './assignment/assignment-rule.reader.js';
export { DecideException, LeaveOut } from './assignment/decide-about-person.js';
export { type Evaluated, EvaluateForce, EvaluatePeople } from './assignment/evaluate-force.js';
export { PreviewAssignmentRule, type RulePreview } from './assignment/preview-assignment-rule.js';
export { SaveAssignmentRule, type SaveAssignmentRuleInput } from './assignment/save-assignment-rule.js';
export {
  ConfirmAssignmentRule,
  PauseAssignmentRule,
  SetAssignmentGuard,
  SwitchOffAssignmentRule,
  SwitchOnAssignmentRule,
} from './assignment/steer-assignment-rule.js';
export { type Award, type AwardId, type AwardSkill, isInDate, lastValidDayOf } from './award/award.js';
export { AwardReader } from './award/award.reader.js';
export { ExtendAward, type ExtendAwardInput } from './award/extend-award.js';
export { GrantAward, type GrantAwardInput } from './award/grant-award.js';
export { ReconsiderAward, type ReconsiderAwardInput } from './award/reconsider-award.js';
export { isSerial, serialFrom } from './award/serial.js';
export { WithdrawAward, type WithdrawAwardInput } from './award/withdraw-award.js';
export { BringCourseRule } from './certification/bring-course-rule.js';
export type { Certification } from './certification/certification.js';
export { CertificationReader } from './certification/certification.reader.js';
export type { CertificationState, Position } from './certification/position.js';
export { positionOf } from './certification/position.js';
export {
  PublishCertificationRule,
  type PublishCertificationRuleInput,
} from './certification/publish-certification-rule.js';
export {
  type CertificationRule,
  type Requirement,
  type RequirementKind,
  type RouteName,
  ruleOn,
} from './certification/rule.js';
export { CertificationModule } from './certification.module.js';
export { CollectOutcome, type CollectOutcomeInput } from './component/collect-outcome.js';
export { ComponentReader, type VersionComponents } from './component/component.reader.js';
export type { ComponentStatus } from './component/cycle.js';
export { COMPLETION } from './component/outcome.js';
export { ReconsiderResult } from './component/reconsider-result.js';
export { TakeResult } from './component/take-result.js';
export {
  awardExpired,
  awardExtended,
  awardGranted,
  awardMoved,
  awardWithdrawn,
  certificationAssigned,
  certificationExempted,
  certificationUnassigned,
  rulePublished,
  windowOpened,
} from './events.js';
export { ActOnFailedTest, type ActOnFailedTestInput } from './holding/act-on-failed-test.js';
export { AssignCertification, type AssignCertificationInput } from './holding/assign-certification.js';
export {
  ExemptFromCertification,
  type ExemptFromCertificationInput,
} from './holding/exempt-from-certification.js';
export { CertificationFacts, type KnownOfPerson } from './holding/facts.reader.js';
export { type AwardedCycle, type Holding, historyOf } from './holding/holding.js';
export { HoldingReader } from './holding/holding.reader.js';
export { ReconsiderHoldings, type ReconsiderHoldingsInput } from './holding/reconsider-holdings.js';
export { UnassignCertification, type UnassignCertificationInput } from './holding/unassign-certification.js';
export { evaluateAssignments, expireHolding, openWindow } from './jobs.js';
export { refusal as certificationRefusal } from './refusals.js';
