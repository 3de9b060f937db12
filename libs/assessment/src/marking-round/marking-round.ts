import { createHash } from 'node:crypto';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal } from './refusals.js';

export type MarkingRoundId = Id<'MarkingRound'>;
export type MarkerId = Id<'Marker'>;

/** Whose markers a round draws on: those that the force named, those that the College named, or both. */
export type MarkerPanel = 'FORCE' | 'COLLEGE' | 'BOTH';
/** Which responses get two blind marks. */
export type DoubleMarking = 'NONE' | 'SAMPLE' | 'ALL';

/** What a round obeys; set when it opens and never changed. */
export interface RoundTerms {
  readonly doubleMarking: DoubleMarking;
  /** Of every hundred responses about so many get two marks: 1–99 with SAMPLE, otherwise 0. */
  readonly doublePercent: number;
  /** Of every hundred single-marked responses about so many go to the moderator: 0–100. */
  readonly reviewPercent: number;
  /** How far two totals may lie apart, in points, and still agree: a multiple of 0.5, from 0. */
  readonly tolerance: number;
  readonly panel: MarkerPanel;
}

/**
 * The marking of one component of a course in one force: it takes in what waits and what comes, and hands it to the
 * component's markers. Deliberately without an end: what comes after a release is released in the next batch. The seed
 * decides the samples and the order of marking, so both can be worked out again.
 */
export interface MarkingRound {
  readonly id: MarkingRoundId;
  readonly forceId: ForceId;
  readonly courseCode: string;
  readonly courseTitle: Words;
  readonly componentKey: string;
  readonly terms: RoundTerms;
  /** 32 hexadecimal characters. Never shown: who knows it knows who is in the sample. */
  readonly seed: string;
  readonly openedAt: Date;
  readonly openedBy: PersonId | null;
  /** Rises with each allocation, so that two at once are made one after the other. */
  readonly revision: number;
}

/**
 * Somebody named to mark a component: by their own force, or by the College. `forceId` is whose marker they are; evidence and
 * role are asked of that force. Being named gives no right to see anything: an allocated task does.
 */
export interface Marker {
  readonly id: MarkerId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  readonly courseCode: string;
  readonly componentKey: string;
  readonly isCollege: boolean;
  readonly namedAt: Date;
  /** Null while they mark. */
  readonly endedAt: Date | null;
}

/** ASM-111: refuses terms that cannot be. */
export function checkTerms(terms: RoundTerms): void {
  const { doubleMarking, doublePercent, reviewPercent, tolerance } = terms;
  if (doubleMarking === 'SAMPLE' ? !isWhole(doublePercent, 1, 99) : doublePercent !== 0)
    throw refusal('ROUND_TERMS_MALFORMED', { field: 'doublePercent' });
  if (!isWhole(reviewPercent, 0, 100)) throw refusal('ROUND_TERMS_MALFORMED', { field: 'reviewPercent' });
  if (!isWhole(tolerance * 2, 0, 2000)) throw refusal('ROUND_TERMS_MALFORMED', { field: 'tolerance' });
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Whether two rounds would be one: the same request again. */
export function isSameTerms(one: RoundTerms, other: RoundTerms): boolean {
  return (
    one.doubleMarking === other.doubleMarking &&
    one.doublePercent === other.doublePercent &&
    one.reviewPercent === other.reviewPercent &&
    one.tolerance === other.tolerance &&
    one.panel === other.panel
  );
}

/** ASM-121: how many blind marks a response gets, by rule or by the seeded share. */
export function marksNeeded(round: Pick<MarkingRound, 'terms' | 'seed'>, responseId: string): number {
  const { doubleMarking, doublePercent } = round.terms;
  if (doubleMarking === 'ALL') return 2;
  return doubleMarking === 'SAMPLE' && isDrawn(round.seed, `double ${responseId}`, doublePercent) ? 2 : 1;
}

/** ASM-121: whether the moderator looks at a response whatever its marks are. */
export function isReviewed(round: Pick<MarkingRound, 'terms' | 'seed'>, responseId: string): boolean {
  return isDrawn(round.seed, `review ${responseId}`, round.terms.reviewPercent);
}

/**
 * ASM-117: where a response stands among those to the same item: a pseudo-random order that is each item's own and the
 * same for every marker and on every look, so that nobody is always last.
 */
export function placeInOrder(round: Pick<MarkingRound, 'seed'>, itemKey: string, responseId: string): string {
  return digest(round.seed, `order ${itemKey} ${responseId}`).slice(0, 16);
}

function isDrawn(seed: string, what: string, percent: number): boolean {
  return Number.parseInt(digest(seed, what).slice(0, 12), 16) / 0x1_0000_0000_0000 < percent / 100;
}

function digest(seed: string, what: string): string {
  return createHash('sha256').update(`${seed} ${what}`).digest('hex');
}
