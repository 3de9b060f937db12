import type { AllowedAdjustment, RubricLine } from '@app/assessment';
import type { VersionId } from '@app/catalogue';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { EnrolmentId } from '@app/progress';
import { refusal } from './refusals.js';

export type WorkId = Id<'Work'>;

/**
 * `DRAFT` while it is written; `SUBMITTED` until its last response is released; `MARKED` for the moment in which its marks become
 * an outcome; `RELEASED`. `WITHDRAWN` by its author before there is a mark; `VOIDED` by somebody else, from which nothing leads.
 */
export type WorkState = 'DRAFT' | 'SUBMITTED' | 'MARKED' | 'RELEASED' | 'WITHDRAWN' | 'VOIDED';

/** One thing that is asked: a written work has one, a project several. */
export interface WorkTask {
  /** Names it within its brief. */
  readonly key: string;
  readonly prompt: Words;
  /** Empty: nothing is graded, and handing in is done. */
  readonly rubric: readonly RubricLine[];
}

/** What a work obeys, as it stood when it was started. */
export interface WorkTerms {
  readonly briefId: string;
  readonly tasks: readonly WorkTask[];
  readonly skillId: string;
  /** 1–4: its markers are in date in the skill at this level. */
  readonly level: number;
  /** 0–100. */
  readonly passPercent: number;
  /** Those of the brief, with what adjustments add. */
  readonly maxAttempts: number;
  readonly coolDownHours: number;
  /** The last day in time, included; null when there is none. */
  readonly dueOn: CalendarDate | null;
  readonly adjustment: Pick<AllowedAdjustment, 'multiplier' | 'extraMinutes'> | null;
}

/** What was written for one task. The author's own words: never logged, never in the journal. */
export interface WorkPart {
  readonly key: string;
  readonly text: string | null;
  readonly fileIds: readonly string[];
}

/** What a work came to. */
export interface WorkOutcome {
  /** 0–100 with at most two decimals; null where nothing is graded. */
  readonly percent: number | null;
  readonly passed: boolean;
}

/** One go of one person at a component that is written or filed. It belongs to the force under which it was begun. */
export interface Work {
  readonly id: WorkId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  readonly enrolmentId: EnrolmentId;
  readonly courseCode: string;
  readonly versionId: VersionId;
  readonly componentKey: string;
  /** 1, 2, 3… within the enrolment and component. */
  readonly number: number;
  readonly terms: WorkTerms;
  readonly state: WorkState;
  /** The key of the one window that may write. */
  readonly writer: string;
  /** The client's count of its saves; 0 before the first. */
  readonly sequence: number;
  readonly parts: readonly WorkPart[];
  readonly startedAt: Date;
  readonly savedAt: Date | null;
  readonly submittedAt: Date | null;
  /** Whether it came after its closing date; null before it is handed in. */
  readonly late: boolean | null;
  readonly outcome: WorkOutcome | null;
  readonly releasedAt: Date | null;
}

const transitions: Record<WorkState, readonly WorkState[]> = {
  DRAFT: ['SUBMITTED', 'WITHDRAWN', 'VOIDED'],
  SUBMITTED: ['MARKED', 'WITHDRAWN', 'VOIDED'],
  MARKED: ['RELEASED', 'VOIDED'],
  RELEASED: ['VOIDED'],
  WITHDRAWN: [],
  VOIDED: [],
};

/** PRA-32: the work in its next state; staying is no step. */
export function moveWork(work: Work, to: WorkState): Work {
  if (work.state === to) return work;
  if (transitions[work.state].includes(to)) return { ...work, state: to };
  throw refusal(to === 'WITHDRAWN' && work.outcome !== null ? 'WORK_HAS_MARK' : 'WORK_NOT_DRAFT');
}
