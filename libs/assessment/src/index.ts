export { assessmentPermissions } from './access.js';
export * from './adjustment/index.js';
export * from './appeal/index.js';
export { AssessmentModule } from './assessment.module.js';
export * from './attempt/index.js';
export * from './booking/index.js';
export {
  adjustmentApplied,
  adjustmentAsked,
  adjustmentEnded,
  adjustmentGranted,
  adjustmentGroupSaved,
  adjustmentReasonViewed,
  adjustmentRefused,
  adjustmentWithdrawn,
  attemptAbandoned,
  attemptMarked,
  attemptRecalled,
  attemptStarted,
  attemptSubmitted,
  attemptSuspended,
  attemptVoided,
  componentAssessed,
  fixedTimeDeclared,
  fixedTimeLifted,
  incidentRecorded,
  invigilatorsAssigned,
  itemMoved,
  placeBooked,
  placeGivenUp,
  recallConfirmed,
  recallUndone,
  restEnded,
  restStarted,
  resultsReleased,
  sittingCancelled,
  sittingClosed,
  sittingCreated,
  sittingOpened,
  sittingReminded,
  startCodeRotated,
  stimulusSaved,
  voidProposed,
  voidRefused,
} from './events.js';
export { exhibitFile, itemMedia, responseFile } from './file-purposes.js';
export * from './interchange/index.js';
export * from './invigilation/index.js';
export * from './item/index.js';
export {
  closeAttempt,
  closeSitting,
  lapseBooking,
  lapseRecall,
  openSitting,
  rebookSession,
  remindSitting,
} from './jobs.js';
export * from './marking/index.js';
export * from './marking-round/index.js';
export * from './paper/index.js';
export * from './pass-mark/index.js';
export { refusal as assessmentRefusal } from './refusals.js';
export * from './regrade/index.js';
export * from './sitting/index.js';
