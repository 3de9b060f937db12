import { defineEvent } from '@app/platform/journal/event.js';
import type { SourceKind } from './response.js';

/** A candidate's written or filed responses, or a work, wait for markers. */
export const responsesSubmitted = defineEvent<{
  courseCode: string;
  componentKey: string;
  sourceKind: SourceKind;
  sourceId: string;
  responseIds: readonly string[];
}>('assessment.responses.submitted.v1');
/** What an attempt or work had handed in counts no more and has left the markers’ desks. */
export const responsesWithdrawn = defineEvent<{
  sourceKind: SourceKind;
  sourceId: string;
  responseIds: readonly string[];
}>('assessment.responses.withdrawn.v1');
/** The marking of a component began in a force. Its terms are in the erasable payload. */
export const roundOpened = defineEvent<{ roundId: string; courseCode: string; componentKey: string }>(
  'assessment.round.opened.v1',
);
/** Somebody was named to mark a component, by their force or by the College. */
export const markerNamed = defineEvent<{
  personId: string;
  courseCode: string;
  componentKey: string;
  isCollege: boolean;
}>('assessment.marker.named.v1');
/** Somebody marks a component no longer; what they had not marked goes to others. */
export const markerEnded = defineEvent<{
  personId: string;
  courseCode: string;
  componentKey: string;
  isCollege: boolean;
}>('assessment.marker.ended.v1');
/** Responses went to markers; `unfilled` marks found nobody. Who has what is in the tasks. */
export const responsesAllocated = defineEvent<{ roundId: string; allocated: number; unfilled: number }>(
  'assessment.responses.allocated.v1',
);
/** A marker gave a response back for somebody else. The reason is in the erasable payload. */
export const responseHandedOn = defineEvent<{
  responseId: string;
  taskId: string;
  courseCode: string;
  componentKey: string;
}>('assessment.response.handed-on.v1');
/** A marker gave a provisional mark. */
export const responseMarked = defineEvent<{ responseId: string; markId: string; roundId: string }>(
  'assessment.response.marked.v1',
);
/** A provisional mark was taken back; it is kept. The reason is in the erasable payload. */
export const markWithdrawn = defineEvent<{ responseId: string; markId: string; roundId: string }>(
  'assessment.mark.withdrawn.v1',
);
/** The standing under which a mark was given was lost afterwards. The mark stays. */
export const markFlagged = defineEvent<{
  responseId: string;
  markId: string;
  roundId: string;
  why: 'evidence-withdrawn' | 'finding';
  evidenceId: string;
}>('assessment.mark.flagged.v1');
/** The moderator set the final mark of a response. Before and after are in the erasable payload. */
export const responseModerated = defineEvent<{ responseId: string; roundId: string; awarded: number }>(
  'assessment.response.moderated.v1',
);
/** The moderator accepted marks that agree, so many at once. */
export const marksAccepted = defineEvent<{ roundId: string; responseIds: readonly string[] }>(
  'assessment.marks.accepted.v1',
);
/** The candidate may know the mark of one response. `sourceId` is the attempt, work, group or membership of a group. */
export const responseReleased = defineEvent<{
  responseId: string;
  sourceKind: SourceKind;
  sourceId: string;
  awarded: number;
  outOf: number;
}>('assessment.response.released.v1');
