export { assessmentPermissions } from './access.js';
export { type AllowedAdjustment, type FixedTime, timeSentence } from './adjustment/adjusted-time.js';
export {
  type Adjustment,
  type AdjustmentFields,
  type AdjustmentGroup,
  type AdjustmentGroupId,
  type AdjustmentId,
  type AdjustmentLevel,
  type AdjustmentState,
  type AdjustmentTarget,
  type Format,
  PAGE_COLOURS,
  READERS,
  TEXT_SIZES,
} from './adjustment/adjustment.js';
export { AdjustmentReader } from './adjustment/adjustment.reader.js';
export { AdjustmentGroupRepository as AdjustmentGroupReader } from './adjustment/adjustment-group.repository.js';
export type { GivenReason } from './adjustment/adjustment-reason.repository.js';
export { AdjustmentsOf } from './adjustment/adjustments-of.js';
export { ApplyAdjustments } from './adjustment/apply-adjustments.js';
export { AskAdjustment } from './adjustment/ask-adjustment.js';
export { NO_FIELDS } from './adjustment/check-adjustment.js';
export { DeclareFixedTime, type FixedTimeDeclared } from './adjustment/declare-fixed-time.js';
export { EndAdjustment } from './adjustment/end-adjustment.js';
export { GrantAdjustment } from './adjustment/grant-adjustment.js';
export { ReadAdjustmentReason } from './adjustment/read-adjustment-reason.js';
export { RefuseAdjustment } from './adjustment/refuse-adjustment.js';
export { SaveAdjustmentGroup } from './adjustment/save-adjustment-group.js';
export { WithdrawAdjustment } from './adjustment/withdraw-adjustment.js';
export type { Appeal, AppealId, AppealKind, AppealRemedy, AppealState } from './appeal/appeal.js';
export { lastAppealDay } from './appeal/appeal.js';
export { AppealReader } from './appeal/appeal.reader.js';
export { RecordOverdueAppeal } from './appeal/appeal-overdue.js';
export { AskAppeal, type AskAppealInput, WithdrawAppeal } from './appeal/ask-appeal.js';
export { DecideAppeal, type DecideAppealInput } from './appeal/decide-appeal.js';
export {
  appealAsked,
  appealDecided,
  appealEvidenceViewed,
  appealOverdue,
  appealWithdrawn,
  responseRemarked,
} from './appeal/events.js';
export { appealFallsDue } from './appeal/jobs.js';
export { appealPermissions } from './appeal/permissions.js';
export { type AppealEvidence, ReadAppealEvidence, type SavedOnce } from './appeal/read-appeal-evidence.js';
export { RemarkResponse, type RemarkResponseInput } from './appeal/remark-response.js';
export { AssessmentModule } from './assessment.module.js';
export { type AnswerInput, type AnswerValue, readAnswer } from './attempt/answer.js';
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
export { ConfirmRecall } from './attempt/confirm-recall.js';
export { EndRest } from './attempt/end-rest.js';
export { restingUntil } from './attempt/pause-rules.js';
export { ReleaseResults } from './attempt/release-results.js';
export { type AttemptResult, type ItemFeedback, ResultReader } from './attempt/result.reader.js';
export { ResumeAttempt } from './attempt/resume-attempt.js';
export { type AnswerSaved, SaveAnswer } from './attempt/save-answer.js';
export { SettleRecall } from './attempt/settle-recall.js';
export { StartAttempt } from './attempt/start-attempt.js';
export { StartRest } from './attempt/start-rest.js';
export { StopWriting } from './attempt/stop-writing.js';
export { SubmitAttempt } from './attempt/submit-attempt.js';
export { SuspendAttempt } from './attempt/suspend-attempt.js';
export { TurnDownRecall } from './attempt/turn-down-recall.js';
export { ViewAttempt } from './attempt/view-attempt.js';
export { WithdrawRecall } from './attempt/withdraw-recall.js';
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
  componentPassed,
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
export { type GiftQuestion, parseGift } from './interchange/gift-parse.js';
export { giftItem, readGift } from './interchange/read-gift.js';
export { readQti, type TakenQti } from './interchange/read-qti.js';
export type { NotTaken, NotTakenReason, TakenItem } from './interchange/taken.js';
export { AssignInvigilators } from './invigilation/assign-invigilators.js';
export { DecideVoid } from './invigilation/decide-void.js';
export {
  INCIDENT_KINDS,
  type Incident,
  type IncidentKind,
  type StartCode,
} from './invigilation/invigilation.js';
export {
  type CandidateNow,
  type InvigilatedSitting,
  InvigilationReader,
} from './invigilation/invigilation.reader.js';
export { ProposeVoid } from './invigilation/propose-void.js';
export { RecordIncident } from './invigilation/record-incident.js';
export { RotateStartCode } from './invigilation/rotate-start-code.js';
export { VoidReader } from './invigilation/void.reader.js';
export type { VoidProposal } from './invigilation/void-proposal.js';
export { checkItem } from './item/check-item.js';
export type { ExhibitInput } from './item/check-stimulus.js';
export { CountExposure } from './item/count-exposure.js';
export { type AuthoredText, CreateItem, type CreateItemInput } from './item/create-item.js';
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
export { ItemReader, type ItemWhole } from './item/item.reader.js';
export type {
  ClozeGap,
  ContentOf,
  ContentWarning,
  Exhibit,
  HotspotArea,
  ItemImage,
  Stimulus,
  StimulusVersion,
} from './item/item-content.js';
export { keyOf } from './item/key-of.js';
export { type ItemsLoaded, LoadItems } from './item/load-items.js';
export { LoadStimuli, type PackStimulus } from './item/load-stimuli.js';
export { ApproveItem, type MoveItemInput, ReturnItem, SendItem } from './item/move-item.js';
export { ReviseItem } from './item/revise-item.js';
export { SaveStimulus, type SaveStimulusInput } from './item/save-stimulus.js';
export { scoringOf } from './item/scoring-rule.js';
export { closeAttempt, closeSitting, lapseRecall, openSitting, remindSitting } from './jobs.js';
export { shareOf } from './marking/mark-item.js';
export { pointsFor } from './marking/points.js';
export { AcceptMarks } from './marking-round/accept-marks.js';
export type { Agreement } from './marking-round/agreement.js';
export { AllocateResponses } from './marking-round/allocate-responses.js';
export { EndMarker } from './marking-round/end-marker.js';
export {
  markerEnded,
  markerNamed,
  markFlagged,
  responseHandedOn,
  responseReleased,
  responsesSubmitted,
  responsesWithdrawn,
  roundOpened,
} from './marking-round/events.js';
export { FlagMarks, type FlagMarksInput } from './marking-round/flag-marks.js';
export { HandOnResponse } from './marking-round/hand-on-response.js';
export type { Mark, MarkId } from './marking-round/mark.js';
export { MarkResponse } from './marking-round/mark-response.js';
export { MarkedResponseReader, type ReleasedResponse } from './marking-round/marked-response.reader.js';
export { type DeskCount, MarkingDesk, type TaskOnDesk } from './marking-round/marking-desk.reader.js';
export type { Marker, MarkingRound, MarkingRoundId, RoundTerms } from './marking-round/marking-round.js';
export type { MarkingTaskId } from './marking-round/marking-task.js';
export { ModerateResponse } from './marking-round/moderate-response.js';
export { NameMarker } from './marking-round/name-marker.js';
export { OpenRound } from './marking-round/open-round.js';
export { markingPermissions } from './marking-round/permissions.js';
export { ReleaseMarks } from './marking-round/release-marks.js';
export { type ReleasedMark, ReleasedMarks } from './marking-round/released-marks.reader.js';
export type {
  FinalMark,
  MarkedResponse,
  ResponseId,
  ResponseSource,
  ResponseState,
  ResponseToMark,
} from './marking-round/response.js';
export {
  type ResponseInReview,
  type RoundAgreement,
  type RoundProgress,
  RoundReader,
} from './marking-round/round.reader.js';
export type { CriterionPoints } from './marking-round/rubric-mark.js';
export type { Severity } from './marking-round/severity.js';
export { SkipResponse } from './marking-round/skip-response.js';
export { SubmitForMarking } from './marking-round/submit-for-marking.js';
export { TakeNextResponse } from './marking-round/take-next-response.js';
export { WithdrawMark } from './marking-round/withdraw-mark.js';
export { WithdrawResponses } from './marking-round/withdraw-responses.js';
export {
  type AssessmentPolicy,
  type Blueprint,
  type BlueprintDraft,
  type KnownShort,
  type PaperRules,
  type Quota,
  USUAL_POLICY,
} from './paper/blueprint.js';
export { BlueprintReader, type ItemExposure } from './paper/blueprint.reader.js';
export { type BlueprintCheck, CheckBlueprint, type NamedCount } from './paper/check-blueprint.js';
export { type PaperReplay, ReplayPaper } from './paper/replay-paper.js';
export { type ItemRetired, RetireItem } from './paper/retire-item.js';
export { type SampleItem, SamplePaper } from './paper/sample-paper.js';
export { SetBlueprint, type SetBlueprintInput } from './paper/set-blueprint.js';
export { WatchBlueprints } from './paper/watch-blueprints.js';
export type { AngoffFigures, ItemDistribution, RoundChange } from './pass-mark/angoff.js';
export {
  type BorderlineAttempt,
  type BorderlineCount,
  type BorderlineCounts,
  BorderlineReader,
} from './pass-mark/borderline.reader.js';
export { ClosePanelRound, EndPanel } from './pass-mark/close-panel-round.js';
export { itemsRated, panelEnded, panelOpened, panelRoundClosed, passMarkSet } from './pass-mark/events.js';
export { OpenPanel, type OpenPanelInput } from './pass-mark/open-panel.js';
export type { Panel, PanelItem, PanelState } from './pass-mark/panel.js';
export { type ItemToRate, type PanelProgress, PanelReader } from './pass-mark/panel.reader.js';
export type { PanelFigures } from './pass-mark/panel-figures.js';
export type { PanelId, PassMark } from './pass-mark/pass-mark.js';
export { PassMarkReader } from './pass-mark/pass-mark.reader.js';
export { passMarkPermissions } from './pass-mark/permissions.js';
export { RateItems } from './pass-mark/rate-items.js';
export { SetPassMark } from './pass-mark/set-pass-mark.js';
export { refusal as assessmentRefusal } from './refusals.js';
export {
  ApplyRegrade,
  type ApplyRegradeInput,
  ApproveRegrade,
  type ApproveRegradeInput,
} from './regrade/apply-regrade.js';
export { AwardStakes, type StakeOf, type WouldBeRevised } from './regrade/award-stakes.js';
export { CancelRegrade, DryRunRegrade } from './regrade/dry-run-regrade.js';
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
} from './regrade/events.js';
export { runRegrade } from './regrade/jobs.js';
export { regradePermissions } from './regrade/permissions.js';
export { ProposeRegrade, type ProposeRegradeInput } from './regrade/propose-regrade.js';
export type {
  AwardStake,
  FallChoice,
  Regrade,
  RegradeCounts,
  RegradeId,
  RegradeLine,
  RegradeState,
  ShownMarks,
} from './regrade/regrade.js';
export { type ForceCount, RegradeReader, type ShownCounts } from './regrade/regrade.reader.js';
export type { Remedy, RemedyKind } from './regrade/remedy.js';
export type { MarksRevision } from './regrade/revision.js';
export { RunRegrade } from './regrade/run-regrade.js';
export { BookPlace } from './sitting/book-place.js';
export { BookPlaces } from './sitting/book-places.js';
export { CancelSitting } from './sitting/cancel-sitting.js';
export { CreateSitting, type CreateSittingInput } from './sitting/create-sitting.js';
export { GiveUpPlace } from './sitting/give-up-place.js';
export { RecordWindow } from './sitting/record-window.js';
export type { Cohort, Place, PlaceId, Sitting } from './sitting/sitting.js';
export { type SittingId, type SittingMode, type SittingState, stateAt } from './sitting/sitting.js';
export { type SittingFor, SittingReader } from './sitting/sitting.reader.js';
