import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { AllowedAdjustment, FixedTime } from '../adjustment/adjusted-time.js';
import type { ItemId } from '../item/item.js';
import type { AssessmentPolicy } from '../paper/blueprint.js';
import type { PaperItem } from '../paper/paper-item.js';
import { refusal } from '../refusals.js';
import type { MarksRevision } from '../regrade/revision.js';
import type { SittingId } from '../sitting/sitting.js';
import type { AnswerValue } from './answer.js';
import type { AttemptId } from './attempt-id.js';
import type { PaperMarks } from './marks.js';
import type { Pause, Recall, Rest } from './pause.js';
import type { Voiding } from './voided.js';

export type { PaperItem } from '../paper/paper-item.js';
export type { AttemptId } from './attempt-id.js';
export type { ItemMark, PaperMarks } from './marks.js';

/**
 * `OPEN` until handed in or time is up; `SUBMITTED` between that and its marks (never stored for long: machine marking is
 * in the same transaction); `AWAITING_MARKER` while written items wait; `MARKED` but not yet to be seen; `RELEASED`;
 * `ABANDONED` when its assessment counts nothing that was not handed in; `SUSPENDED` while the candidate is away on an
 * operational recall: its clock stands and nothing is saved; `VOIDED` when two people have said that it shall not count.
 */
export type AttemptState =
  | 'OPEN'
  | 'SUSPENDED'
  | 'SUBMITTED'
  | 'AWAITING_MARKER'
  | 'MARKED'
  | 'RELEASED'
  | 'ABANDONED'
  | 'VOIDED';

/** Who ended it. */
export type FinishedBy = 'person' | 'time';

/** The last acknowledged answer to one item. */
export interface SavedAnswer {
  readonly sequence: number;
  readonly value: AnswerValue;
  readonly savedAt: Date;
}

/** What one attempt obeys, as the course version, the sitting and the assessment had it when it started. */
export interface AttemptTerms {
  /** Minutes that this attempt may take: the base, adjusted. Not always whole. */
  readonly limitMinutes: number;
  /** Minutes that anybody without an adjustment may take. */
  readonly baseLimitMinutes: number;
  /** What the person's adjustments gave this attempt; null when they have none. */
  readonly adjustment: AllowedAdjustment | null;
  /** Why nobody gets another time here, when the assessment says so; null when it does not. */
  readonly fixedTime: FixedTime | null;
  readonly passPercent: number;
  readonly maxAttempts: number;
  readonly coolDownHours: number;
  readonly policy: AssessmentPolicy;
}

/**
 * One person's go at an assessment; the server's, not the client's. The paper, the order of its options and the
 * deadline are frozen at the start, so any device shows the same. `answers` holds the last acknowledged answer of each
 * item; the full history lies beside it in the same document and is read for appeals only. Do not rely on `state` alone
 * to tell whether it is running: ask `isOver`, since time may be up and nobody may have looked yet.
 */
export interface Attempt {
  readonly id: AttemptId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  readonly sittingId: SittingId;
  readonly enrolmentId: string;
  readonly courseCode: string;
  readonly courseTitle: Words;
  readonly versionId: string;
  readonly componentKey: string;
  /** 1, 2, 3 … of this enrolment and component. */
  readonly number: number;
  readonly state: AttemptState;
  readonly startedAt: Date;
  /** After this instant no answer counts. */
  readonly deadline: Date;
  /** When it ends by itself: the deadline, or the end of grace after it. */
  readonly endsAt: Date;
  /** The rest break that is under way, and what is left of the rests allowed. */
  readonly rest: Rest;
  /** The operational recall that is under way, or the last one; null when there was none. */
  readonly recall: Recall | null;
  /** Rests and recalls that are over, first to last: when the clock stood. */
  readonly pauses: readonly Pause[];
  /** Questions that a recall took out of the paper: they were seen and not answered. */
  readonly voidedItemIds: readonly ItemId[];
  /** Questions answered before a recall: their answers stand and cannot be changed. */
  readonly lockedItemIds: readonly ItemId[];
  /** Why and by whom it was voided; null unless it was. */
  readonly voided: Voiding | null;
  readonly terms: AttemptTerms;
  readonly writer: string;
  readonly seed: string;
  readonly paper: readonly PaperItem[];
  readonly answers: Readonly<Record<string, SavedAnswer>>;
  readonly finishedAt: Date | null;
  readonly finishedBy: FinishedBy | null;
  readonly marks: PaperMarks | null;
  /** When its candidate first could know the marks; null until then, and in attempts of before this was kept. */
  readonly releasedAt: Date | null;
  /** Every change of its marks after they were complete, first to last; `marks` is the outcome. */
  readonly revisions: readonly MarksRevision[];
}

/** An attempt without its paper: for lists and for the rules that count. */
export interface AttemptSummary {
  readonly id: AttemptId;
  readonly sittingId: SittingId;
  readonly courseCode: string;
  readonly componentKey: string;
  readonly number: number;
  readonly state: AttemptState;
  readonly startedAt: Date;
  readonly limitMinutes: number;
  readonly finishedAt: Date | null;
  /** Null until released. */
  readonly percent: number | null;
  /** Null until released. */
  readonly passed: boolean | null;
}

const transitions: Record<AttemptState, readonly AttemptState[]> = {
  OPEN: ['SUBMITTED', 'ABANDONED', 'SUSPENDED', 'VOIDED'],
  SUSPENDED: ['OPEN', 'SUBMITTED', 'VOIDED'],
  SUBMITTED: ['MARKED', 'AWAITING_MARKER'],
  AWAITING_MARKER: ['MARKED', 'VOIDED'],
  MARKED: ['RELEASED', 'VOIDED'],
  RELEASED: ['VOIDED'],
  ABANDONED: ['VOIDED'],
  VOIDED: [],
};

/** The attempt in its next state. A step that the table has not is ASM-31. */
export function moveAttempt(attempt: Attempt, to: AttemptState): Attempt {
  if (!transitions[attempt.state].includes(to)) throw refusal('ATTEMPT_SUBMITTED');
  return { ...attempt, state: to };
}
