export { AcceptMarks } from './accept-marks.js';
export type { Agreement } from './agreement.js';
export { AllocateResponses } from './allocate-responses.js';
export { EndMarker } from './end-marker.js';
export {
  markerEnded,
  markerNamed,
  markFlagged,
  responseHandedOn,
  responseReleased,
  responsesSubmitted,
  responsesWithdrawn,
  roundOpened,
} from './events.js';
export { FlagMarks, type FlagMarksInput } from './flag-marks.js';
export { HandOnResponse } from './hand-on-response.js';
export { JudgeConflicts } from './judge-conflicts.js';
export type { Mark, MarkId } from './mark.js';
export { MarkResponse } from './mark-response.js';
export { MarkedResponseReader, type ReleasedResponse } from './marked-response.reader.js';
export { type DeskCount, MarkingDesk, type TaskOnDesk } from './marking-desk.reader.js';
export type { Marker, MarkingRound, MarkingRoundId, RoundTerms } from './marking-round.js';
export type { MarkingTaskId } from './marking-task.js';
export { ModerateResponse } from './moderate-response.js';
export { NameMarker } from './name-marker.js';
export { OpenRound } from './open-round.js';
export { markingPermissions } from './permissions.js';
export { ReleaseMarks } from './release-marks.js';
export { type ReleasedMark, ReleasedMarks } from './released-marks.reader.js';
export type {
  FinalMark,
  MarkedResponse,
  ResponseId,
  ResponseSource,
  ResponseState,
  ResponseToMark,
  SourceKind,
} from './response.js';
export {
  type ResponseInReview,
  type RoundAgreement,
  type RoundProgress,
  RoundReader,
} from './round.reader.js';
export type { CriterionPoints } from './rubric-mark.js';
export type { Severity } from './severity.js';
export { SkipResponse } from './skip-response.js';
export { SubmitForMarking } from './submit-for-marking.js';
export { TakeNextResponse } from './take-next-response.js';
export { WithdrawMark } from './withdraw-mark.js';
export { WithdrawResponses } from './withdraw-responses.js';
