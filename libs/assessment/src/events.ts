import { defineEvent } from '@app/platform/journal/event.js';

/** A sitting is on the timetable. */
export const sittingCreated = defineEvent<{ sittingId: string; courseCode: string }>(
  'assessment.sitting.created.v1',
);
/** Its window has begun; recorded as of `at`, the opening time. */
export const sittingOpened = defineEvent<{ sittingId: string; courseCode: string; at: string }>(
  'assessment.sitting.opened.v1',
);
/** Its window has ended; recorded as of `at`, the closing time. */
export const sittingClosed = defineEvent<{ sittingId: string; courseCode: string; at: string }>(
  'assessment.sitting.closed.v1',
);
/** It will not happen. The reason is in the erasable payload. */
export const sittingCancelled = defineEvent<{ sittingId: string; courseCode: string }>(
  'assessment.sitting.cancelled.v1',
);
/** The reminder of everybody who holds a place fell due at `at`. */
export const sittingReminded = defineEvent<{ sittingId: string; courseCode: string; at: string }>(
  'assessment.sitting.reminded.v1',
);
/** A person holds a place. */
export const placeBooked = defineEvent<{ sittingId: string; personId: string }>('assessment.place.booked.v1');
/** A person gave their place up. */
export const placeGivenUp = defineEvent<{ sittingId: string; personId: string }>(
  'assessment.place.given-up.v1',
);
/** A person has a paper before them. */
export const attemptStarted = defineEvent<{ attemptId: string; personId: string }>(
  'assessment.attempt.started.v1',
);
/** The attempt is over: handed in by the person, or by time. `finishedAt` is an ISO instant. */
export const attemptSubmitted = defineEvent<{
  attemptId: string;
  personId: string;
  by: 'person' | 'time';
  finishedAt: string;
}>('assessment.attempt.submitted.v1');
/** The attempt was not handed in within its time, and its assessment counts no such attempt. */
export const attemptAbandoned = defineEvent<{ attemptId: string; personId: string; finishedAt: string }>(
  'assessment.attempt.abandoned.v1',
);
/** Every item of the attempt has its mark. Not yet the candidate's to know: that is `component.assessed`. */
export const attemptMarked = defineEvent<{
  attemptId: string;
  personId: string;
  courseCode: string;
  versionId: string;
  componentKey: string;
  passed: boolean;
  percent: number;
  finishedAt: string;
}>('assessment.attempt.marked.v1');
/** The results of a sitting may be seen by those who sat it. */
export const resultsReleased = defineEvent<{ sittingId: string }>('assessment.results.released.v1');
/**
 * A paper of a person's has its result, passed or not, and they may know it. `on` is the London date on which the attempt finished
 * (`YYYY-MM-DD`), never the date of marking or release; `sourceId` is the attempt. `percent` is whole, 0–100.
 */
export const componentAssessed = defineEvent<{
  personId: string;
  courseCode: string;
  versionId: string;
  componentKey: string;
  sourceId: string;
  on: string;
  percent: number;
  passed: boolean;
}>('assessment.component.assessed.v1');
/** What a component's papers draw was said anew. Before and after are in the erasable payload. */
export const blueprintSet = defineEvent<{ courseCode: string; componentKey: string; revision: number }>(
  'assessment.blueprint.set.v1',
);
/** An item was retired, or left for correction, and a blueprint cannot be met without it. A reason is in the erasable payload. */
export const blueprintFellShort = defineEvent<{ courseCode: string; componentKey: string; itemKey: string }>(
  'assessment.blueprint.fell-short.v1',
);
/** No new paper draws the item any more; papers that hold it keep it. */
export const itemRetired = defineEvent<{ itemId: string; itemKey: string; courseCode: string }>(
  'assessment.item.retired.v1',
);
/** Somebody had the paper of an attempt drawn again from what was kept, to prove that it is the same. */
export const paperReplayed = defineEvent<{ attemptId: string; identical: boolean }>(
  'assessment.paper.replayed.v1',
);
/** A person has asked for an adjustment. What they asked for is in the erasable payload; why is not in the journal at all. */
export const adjustmentAsked = defineEvent<{ adjustmentId: string; personId: string }>(
  'assessment.adjustment.asked.v1',
);
/** An adjustment holds for a person or a group. What it says is in the erasable payload. */
export const adjustmentGranted = defineEvent<{
  adjustmentId: string;
  level: string;
  personId: string | null;
  groupId: string | null;
}>('assessment.adjustment.granted.v1');
/** A request was turned down; the words are in the erasable payload. */
export const adjustmentRefused = defineEvent<AdjustmentOf>('assessment.adjustment.refused.v1');
/** A granted adjustment counts no more; the words are in the erasable payload. */
export const adjustmentEnded = defineEvent<AdjustmentOf>('assessment.adjustment.ended.v1');
/** A person has taken their request back. */
export const adjustmentWithdrawn = defineEvent<AdjustmentOf>('assessment.adjustment.withdrawn.v1');
interface AdjustmentOf {
  adjustmentId: string;
  personId: string | null;
  groupId: string | null;
}
/** A running attempt was given other time or another form; before and after are in the erasable payload. */
export const adjustmentApplied = defineEvent<{ attemptId: string; personId: string; deadline: string }>(
  'assessment.adjustment.applied.v1',
);
/** An adjustments officer has read why a person needs an adjustment. */
export const adjustmentReasonViewed = defineEvent<{ adjustmentId: string; personId: string | null }>(
  'assessment.adjustment-reason.viewed.v1',
);
/** Who shares adjustments was said; before and after are in the erasable payload. */
export const adjustmentGroupSaved = defineEvent<{ groupId: string }>('assessment.adjustment-group.saved.v1');
/** An assessment gives everybody the same time. */
export const fixedTimeDeclared = defineEvent<{ courseCode: string; componentKey: string }>(
  'assessment.fixed-time.declared.v1',
);
/** An assessment gives everybody the same time no more. */
export const fixedTimeLifted = defineEvent<{ courseCode: string; componentKey: string }>(
  'assessment.fixed-time.lifted.v1',
);
/** A person is on a rest break: the clock of the attempt stands until `until` at the latest. */
export const restStarted = defineEvent<{ attemptId: string; personId: string; until: string }>(
  'assessment.rest.started.v1',
);
/** The clock of the attempt goes on, with its new deadline. */
export const restEnded = defineEvent<{ attemptId: string; personId: string; deadline: string }>(
  'assessment.rest.ended.v1',
);
/** A candidate was called to a job, or is said to be: the clock stands. */
export const attemptSuspended = defineEvent<{
  attemptId: string;
  personId: string;
  askedBy: string;
  askedAs: 'candidate' | 'invigilator' | 'supervisor';
  at: string;
}>('assessment.attempt.suspended.v1');
/** A supervisor has confirmed an operational recall. */
export const recallConfirmed = defineEvent<{ attemptId: string; personId: string; confirmedBy: string }>(
  'assessment.recall.confirmed.v1',
);
/** A recall stopped nothing: withdrawn by its candidate, turned down by a supervisor, or confirmed by nobody in time. */
export const recallUndone = defineEvent<{
  attemptId: string;
  personId: string;
  how: 'withdrawn' | 'turned-down' | 'lapsed';
}>('assessment.recall.undone.v1');
/** The one line of an operational recall that was confirmed: who, when, what was voided, and both deadlines. */
export const attemptRecalled = defineEvent<{
  attemptId: string;
  personId: string;
  askedBy: string;
  confirmedBy: string;
  suspendedAt: string;
  resumedAt: string;
  deadlineBefore: string;
  deadlineAfter: string;
  voidedItemIds: readonly string[];
  newItemIds: readonly string[];
}>('assessment.attempt.recalled.v1');
/** Who invigilates a sitting was said. */
export const invigilatorsAssigned = defineEvent<{ sittingId: string; personIds: readonly string[] }>(
  'assessment.invigilators.assigned.v1',
);
/** The start code of a sitting was changed at once. */
export const startCodeRotated = defineEvent<{ sittingId: string }>('assessment.start-code.rotated.v1');
/** Something happened in a sitting; the note is in the erasable payload. */
export const incidentRecorded = defineEvent<{
  incidentId: string;
  sittingId: string;
  attemptId: string | null;
  kind: string;
}>('assessment.incident.recorded.v1');
/** Somebody has proposed that an attempt shall not count; the reason is in the erasable payload. */
export const voidProposed = defineEvent<{ attemptId: string; personId: string; isMisconduct: boolean }>(
  'assessment.void.proposed.v1',
);
/** A second person has turned such a proposal down. */
export const voidRefused = defineEvent<{ attemptId: string; personId: string }>('assessment.void.refused.v1');
/** Two people have said that an attempt shall not count. `wasPassed`: its candidate had been told of a pass. */
export const attemptVoided = defineEvent<{
  attemptId: string;
  personId: string;
  courseCode: string;
  versionId: string;
  componentKey: string;
  isMisconduct: boolean;
  wasPassed: boolean;
}>('assessment.attempt.voided.v1');
/** An author has begun an item, or given it a new version. Numbers and digest of the text; the text is in its version. */
export const itemWritten = defineEvent<{
  itemKey: string;
  courseCode: string;
  version: number;
  digest: string;
}>('assessment.item.written.v1');
/** An item went to another state on its way to the bank, or back to its author (the reason is in the erasable payload). */
export const itemMoved = defineEvent<{
  itemKey: string;
  courseCode: string;
  version: number;
  from: string;
  to: string;
}>('assessment.item.moved.v1');
/** A stimulus has a new version, and so have the items that rest on it. */
export const stimulusSaved = defineEvent<{ stimulusId: string; courseCode: string; version: number }>(
  'assessment.stimulus.saved.v1',
);
