export { assessmentPermissions } from './access.js';
export { AssessmentModule } from './assessment.module.js';
export type { AnswerInput, AnswerValue } from './attempt/answer.js';
export type {
  Attempt,
  AttemptId,
  AttemptState,
  AttemptSummary,
  ItemMark,
  PaperItem,
  PaperMarks,
  SavedAnswer,
} from './attempt/attempt.js';
export { AttemptReader } from './attempt/attempt.reader.js';
export { CloseAttempt } from './attempt/close-attempt.js';
export { ReleaseResults } from './attempt/release-results.js';
export { type AttemptResult, type ItemFeedback, ResultReader } from './attempt/result.reader.js';
export { ResumeAttempt } from './attempt/resume-attempt.js';
export { type AnswerSaved, SaveAnswer } from './attempt/save-answer.js';
export { StartAttempt } from './attempt/start-attempt.js';
export { StopWriting } from './attempt/stop-writing.js';
export { SubmitAttempt } from './attempt/submit-attempt.js';
export { ViewAttempt } from './attempt/view-attempt.js';
export {
  attemptAbandoned,
  attemptMarked,
  attemptStarted,
  attemptSubmitted,
  componentPassed,
  placeBooked,
  placeGivenUp,
  resultsReleased,
  sittingCancelled,
  sittingClosed,
  sittingCreated,
  sittingOpened,
  sittingReminded,
} from './events.js';
export { exhibitFile, itemMedia, responseFile } from './file-purposes.js';
export { CountExposure } from './item/count-exposure.js';
export type {
  DifficultyBand,
  ItemContent,
  ItemId,
  ItemOption,
  ItemState,
  ItemType,
  ItemUse,
  Normalisation,
  OptionPair,
  PackItem,
  RubricLine,
} from './item/item.js';
export { type ItemsLoaded, LoadItems } from './item/load-items.js';
export { closeAttempt, closeSitting, openSitting, remindSitting } from './jobs.js';
export {
  type AssessmentPolicy,
  type Blueprint,
  type BlueprintDraft,
  type KnownShort,
  type PaperRules,
  type Quota,
  USUAL_POLICY,
} from './paper/blueprint.js';
export { type ItemRetired, RetireItem } from './paper/retire-item.js';
export { SetBlueprint, type SetBlueprintInput } from './paper/set-blueprint.js';
export { refusal as assessmentRefusal } from './refusals.js';
export { BookPlace } from './sitting/book-place.js';
export { BookPlaces } from './sitting/book-places.js';
export { CancelSitting } from './sitting/cancel-sitting.js';
export { CreateSitting, type CreateSittingInput } from './sitting/create-sitting.js';
export { GiveUpPlace } from './sitting/give-up-place.js';
export { RecordWindow } from './sitting/record-window.js';
export {
  type Cohort,
  type Place,
  type PlaceId,
  type Sitting,
  type SittingId,
  type SittingMode,
  type SittingState,
  stateAt,
} from './sitting/sitting.js';
export { type SittingFor, SittingReader } from './sitting/sitting.reader.js';
