export { assessmentPermissions } from './access.js';
export { AssessmentModule } from './assessment.module.js';
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
export type { ListPage, ListRequest } from './listing.js';
export type {
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
export { type AssessmentPolicy, type Blueprint, type Quota, USUAL_POLICY } from './paper/blueprint.js';
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
