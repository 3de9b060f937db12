export {
  ApplyRegrade,
  type ApplyRegradeInput,
  ApproveRegrade,
  type ApproveRegradeInput,
} from './apply-regrade.js';
export { AwardStakes, type StakeOf, type WouldBeRevised } from './award-stakes.js';
export { CancelRegrade, DryRunRegrade } from './dry-run-regrade.js';
export {
  attemptRevised,
  componentRevised,
  regradeApplied,
  regradeApplying,
  regradeApproved,
  regradeCancelled,
  regradeProposed,
  regradeShown,
  regradeWentStale,
} from './events.js';
export { runRegrade } from './jobs.js';
export { regradePermissions } from './permissions.js';
export { ProposeRegrade, type ProposeRegradeInput } from './propose-regrade.js';
export type {
  AwardStake,
  FallChoice,
  Regrade,
  RegradeCounts,
  RegradeId,
  RegradeLine,
  RegradeState,
  ShownMarks,
} from './regrade.js';
export { type ForceCount, RegradeReader, type ShownCounts } from './regrade.reader.js';
export type { Remedy, RemedyKind } from './remedy.js';
export type { MarksRevision } from './revision.js';
export { RunRegrade } from './run-regrade.js';
