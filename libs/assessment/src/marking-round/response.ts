import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { RubricLine } from '../item/item.js';
import type { MarkingRoundId } from './marking-round.js';
import { refusal } from './refusals.js';
import type { CriterionPoints } from './rubric-mark.js';

export type ResponseId = Id<'MarkedResponse'>;

/**
 * BEHAVIOURS 1.6. `NOT_MARKED` until a marker opens it; `IN_MARKING`; `MARKING_COMPLETED` when every mark asked for is in and
 * nothing asks for the moderator's eye (two marks that agree wait for the moderator's acceptance); `IN_REVIEW` when the
 * moderator must look; `READY_FOR_RELEASE` with a final mark; `RELEASED` and `WITHDRAWN` (its attempt
 * or work counts no more), from which nothing leads.
 */
export type ResponseState =
  | 'NOT_MARKED'
  | 'IN_MARKING'
  | 'MARKING_COMPLETED'
  | 'IN_REVIEW'
  | 'READY_FOR_RELEASE'
  | 'RELEASED'
  | 'WITHDRAWN';

/** What a response was handed in with: an attempt, a work, or a group case as its common part or one member's own. */
export type SourceKind = 'attempt-item' | 'work' | 'group-shared' | 'group-own';

/** Where a response comes from. Of works and group cases `itemId` is the task's key, if there is one, and `itemVersionId` null. */
export interface ResponseSource {
  readonly kind: SourceKind;
  /** The attempt, the work, the group, or the membership of one of its members. */
  readonly id: string;
  readonly itemId: string | null;
  readonly itemVersionId: string | null;
}

/** A mark that counts: one marker's alone, the mean of two that agree, or the moderator's. */
export interface FinalMark {
  readonly by: 'single' | 'agreed' | 'moderator';
  readonly criteria: readonly CriterionPoints[];
  /** The sum of its criteria: a multiple of 0.25 when agreed, of 0.5 otherwise. */
  readonly awarded: number;
  /** What the candidate reads with it; null when nobody wrote anything. */
  readonly comment: string | null;
  /** Who accepted or set it; null for a single mark that no moderator looked at. */
  readonly moderatorId: PersonId | null;
  readonly at: Date;
}

/**
 * What one candidate wrote or handed in for one question or work, on its way to a mark. It belongs to the candidate's
 * force. Markers know it by its code alone. `finals` is only ever added to; its last is the mark that counts. Which marks
 * were given lies in `marks`, and who is to give them in `markingTasks`: nothing here tells a marker of another.
 */
export interface MarkedResponse {
  readonly id: ResponseId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  /** Eight letters and digits, drawn at random: the same for all that the candidate handed in at once. */
  readonly candidateCode: string;
  readonly courseCode: string;
  readonly componentKey: string;
  readonly source: ResponseSource;
  readonly skillId: string;
  /** 1–4: a marker is in date in the skill at this level. */
  readonly level: number;
  /** The question or task, as the candidate had it. */
  readonly prompt: Words;
  readonly rubric: readonly RubricLine[];
  /** What was written; null for files only. */
  readonly text: string | null;
  readonly fileIds: readonly string[];
  /** Who never marks it besides the candidate and their line: whoever supported or supervised the work. */
  readonly excludedIds: readonly PersonId[];
  /** Of a group case: its other members. Whoever has a conflict with any of them has one with it (ASM-115). */
  readonly alsoOfIds: readonly PersonId[];
  /** Of a group case: the group, none of whose marks is shown before its last one is released (ASM-123); null otherwise. */
  readonly togetherId: string | null;
  readonly submittedAt: Date;
  readonly state: ResponseState;
  /** The round that took it in; null while it waits for one. */
  readonly roundId: MarkingRoundId | null;
  /** How many blind marks are asked for: 0 before a round takes it in, then 1 or 2. */
  readonly marksNeeded: number;
  /** How many of them no marker has been found for. */
  readonly unfilled: number;
  /** Whether the moderator looks at it whatever the marks are: it is of the moderator's sample. */
  readonly sampled: boolean;
  readonly finals: readonly FinalMark[];
  readonly releasedAt: Date | null;
  readonly revision: number;
}

/** A response as the attempt or the work hands it in. */
export type ResponseToMark = Pick<
  MarkedResponse,
  | 'personId'
  | 'courseCode'
  | 'componentKey'
  | 'source'
  | 'skillId'
  | 'level'
  | 'prompt'
  | 'rubric'
  | 'text'
  | 'fileIds'
> &
  Partial<Pick<MarkedResponse, 'excludedIds' | 'alsoOfIds' | 'togetherId'>>;

const transitions: Record<ResponseState, readonly ResponseState[]> = {
  NOT_MARKED: ['IN_MARKING', 'READY_FOR_RELEASE', 'WITHDRAWN'],
  IN_MARKING: ['MARKING_COMPLETED', 'IN_REVIEW', 'READY_FOR_RELEASE', 'WITHDRAWN'],
  MARKING_COMPLETED: ['IN_REVIEW', 'READY_FOR_RELEASE', 'IN_MARKING', 'WITHDRAWN'],
  IN_REVIEW: ['READY_FOR_RELEASE', 'IN_MARKING', 'WITHDRAWN'],
  READY_FOR_RELEASE: ['RELEASED', 'IN_REVIEW', 'IN_MARKING', 'WITHDRAWN'],
  RELEASED: [],
  WITHDRAWN: [],
};

/** ASM-110: the response in its next state; staying is no step. After release nothing moves (ASM-123), nor once withdrawn (ASM-129). */
export function moveResponse(response: MarkedResponse, to: ResponseState): MarkedResponse {
  if (response.state === to) return response;
  if (response.state === 'RELEASED') throw refusal('RESPONSE_RELEASED');
  if (response.state === 'WITHDRAWN') throw refusal('RESPONSE_WITHDRAWN');
  if (!transitions[response.state].includes(to)) throw refusal('RESPONSE_NOT_MARKED_YET');
  return { ...response, state: to };
}

/** The mark that counts; null before there is one. */
export function finalOf(response: Pick<MarkedResponse, 'finals'>): FinalMark | null {
  return response.finals.at(-1) ?? null;
}

/** What the rubric is worth in all. */
export function outOf(response: Pick<MarkedResponse, 'rubric'>): number {
  return response.rubric.reduce((total, { points }) => total + points, 0);
}
