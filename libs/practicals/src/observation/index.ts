export { AcknowledgeObservation, type AcknowledgeObservationInput } from './acknowledge-observation.js';
export { CancelObservation } from './cancel-observation.js';
export type { SheetInput, TickInput } from './check-sheet.js';
export { ConcludeObservation, type ConcludeObservationInput } from './conclude-observation.js';
export { CorrectObservation, type CorrectObservationInput } from './correct-observation.js';
export {
  DecideObservationDispute,
  type DecideObservationDisputeInput,
} from './decide-observation-dispute.js';
export { DisputeObservation, type DisputeObservationInput } from './dispute-observation.js';
export {
  disputeDecided,
  observationAcknowledged,
  observationCancelled,
  observationConcluded,
  observationCorrected,
  observationDisputed,
  observationFlagged,
  observationPlanned,
  observationRecorded,
  observationSigned,
  observationVoided,
  observationVoidProposed,
  observationVoidRefused,
} from './events.js';
export { FlagObservations } from './flag-observations.js';
export {
  type AssessorSignature,
  type Conclusion,
  type Dispute,
  type EarlierSheet,
  OBSERVATION_STATES,
  type Observation,
  type ObservationId,
  type ObservationOutcome,
  type ObservationPlan,
  type ObservationState,
  type ObservationTerms,
  type Signature,
  type Voiding,
} from './observation.js';
export { ObservationReader } from './observation.reader.js';
export { observationPermissions } from './permissions.js';
export { PlanObservation, type PlanObservationInput } from './plan-observation.js';
export { RecordObservation, type RecordObservationInput } from './record-observation.js';
export { type Player, SHEET_MARKS, type Sheet, type SheetMark, type Tick } from './sheet.js';
export { SignObservation, type SignObservationInput } from './sign-observation.js';
export {
  DecideObservationVoid,
  type DecideObservationVoidInput,
  ProposeObservationVoid,
  type ProposeObservationVoidInput,
} from './void-observation.js';
