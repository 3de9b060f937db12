import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { AssessorStanding } from '@app/standing';
import type { MarkingRoundId } from './marking-round.js';
import type { MarkingTaskId } from './marking-task.js';
import { refusal } from './refusals.js';
import type { ResponseId } from './response.js';
import type { CriterionPoints } from './rubric-mark.js';

export type MarkId = Id<'Mark'>;

/** That the standing under which a mark was given was lost afterwards. It erases nothing. */
export interface MarkFlag {
  readonly why: 'evidence-withdrawn' | 'finding';
  readonly evidenceId: string;
  readonly at: Date;
}

/**
 * One marker's provisional judgement of one response. It never changes: a marker who was wrong has it withdrawn, with a
 * reason, and gives another; both stay. `standing` is what made the marker legitimate when it was given (BEHAVIOURS 2, 13). Do
 * not take it for a result: that is the response's final mark.
 */
export interface Mark {
  readonly id: MarkId;
  /** The candidate's force. */
  readonly forceId: ForceId;
  readonly roundId: MarkingRoundId;
  readonly responseId: ResponseId;
  readonly taskId: MarkingTaskId;
  readonly markerId: PersonId;
  readonly markerForceId: ForceId;
  readonly itemKey: string;
  readonly criteria: readonly CriterionPoints[];
  readonly total: number;
  readonly outOf: number;
  readonly comment: string | null;
  readonly standing: AssessorStanding;
  readonly givenAt: Date;
  /** When it was taken back; the reason lies in the journal's erasable payload. */
  readonly withdrawnAt: Date | null;
  readonly flags: readonly MarkFlag[];
}

const REASON = /^[\s\S]{3,500}$/;

/** ASM-120, ASM-127: a reason of 3 to 500 characters, without the spaces around it. */
export function checkedReason(reason: string): string {
  const text = reason.trim();
  if (!REASON.test(text)) throw refusal('MARKING_REASON_MISSING', { field: 'reason' });
  return text;
}

/** ASM-121: whether two totals lie further apart than the round tolerates. */
export function differ(one: Mark, other: Mark, tolerance: number): boolean {
  return Math.abs(one.total - other.total) > tolerance;
}
