import type { VersionId } from '@app/catalogue';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { EnrolmentId } from '@app/progress';
import type { AssessorStanding, EvidenceId } from '@app/standing';
import type { Brief } from '../brief/brief.js';
import { refusal } from './refusals.js';
import type { Sheet } from './sheet.js';

/** Made by the client where an observation begins on the spot, so it names one within its force only. */
export type ObservationId = Id<'Observation'>;

/**
 * `PLANNED`, perhaps `CANCELLED`; `RECORDED` once there is a sheet; `SIGNED` by its assessor and waiting for the candidate;
 * `RELEASED` when both have signed, or a lead has confirmed what was `DISPUTED`; `SET_ASIDE` where the lead wants a fresh one;
 * `VOIDED` by two people.
 */
export const OBSERVATION_STATES = [
  ...(['PLANNED', 'CANCELLED', 'RECORDED', 'SIGNED', 'DISPUTED', 'RELEASED'] as const),
  ...(['SET_ASIDE', 'VOIDED'] as const),
] as const;

export type ObservationState = (typeof OBSERVATION_STATES)[number];

/** What an observation obeys: its version of the brief, as it stood. */
export interface ObservationTerms
  extends Pick<Brief, 'title' | 'instructions' | 'notes' | 'criteria' | 'parts' | 'passPercent'>,
    Pick<Brief, 'coolDownHours' | 'validityMonths' | 'skillId' | 'level'> {
  readonly briefId: string;
  /** That of the brief, with what adjustments add. */
  readonly maxAttempts: number;
}

/** Who is to observe, and when. */
export interface ObservationPlan {
  readonly plannedBy: PersonId;
  readonly assessorId: PersonId;
  readonly startsAt: Date;
  readonly madeAt: Date;
}

/** One person's word for exactly one sheet: that of this digest, and of no other. */
export interface Signature {
  readonly personId: PersonId;
  readonly digest: string;
  readonly at: Date;
}

/** The assessor's, with what made them one on the day of observing. */
export interface AssessorSignature extends Signature {
  readonly standing: AssessorStanding;
}

/** A sheet that was corrected, with the signatures that went with it. Never shown as the present one. */
export interface EarlierSheet {
  readonly sheet: Sheet;
  readonly assessorSignature: AssessorSignature | null;
  readonly replacedBy: PersonId;
  readonly replacedAt: Date;
  readonly reason: string;
}

/** What the candidate has against a sheet, and what somebody uninvolved decided. */
export interface Dispute {
  readonly digest: string;
  readonly reason: string;
  readonly at: Date;
  readonly decision: DisputeDecision | null;
}

export interface DisputeDecision {
  readonly decidedBy: PersonId;
  readonly at: Date;
  /** True: the sheet counts. False: a fresh observation. */
  readonly confirmed: boolean;
  readonly reason: string;
}

/** That an outcome counts although its candidate never answered. */
export interface Conclusion {
  readonly concludedBy: PersonId;
  readonly at: Date;
  readonly reason: string;
}

/** A proposal that an observation shall not count, by one person, and the decision of another. */
export interface Voiding {
  readonly state: 'PROPOSED' | 'CONFIRMED' | 'REFUSED';
  readonly reason: string;
  readonly proposedBy: PersonId;
  readonly proposedAt: Date;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Date | null;
}

/** What a sheet comes to. Nothing counts before the release. */
export interface ObservationOutcome {
  /** The share of criteria that were seen, 0–100 with at most two decimals. */
  readonly percent: number;
  readonly passed: boolean;
  /** Keys of the critical criteria that were not seen: one is enough to fail. */
  readonly criticalMissed: readonly string[];
  /** The London date of the observing. */
  readonly on: CalendarDate;
  /** Until when a pass counts, included; null: as long as the course's cycle lasts. */
  readonly lastValidDay: CalendarDate | null;
}

/** The assessor's standing was lost afterwards. The observation stays as it is. */
export interface ObservationFlag {
  readonly why: 'evidence-withdrawn' | 'finding';
  readonly evidenceId: EvidenceId;
  readonly at: Date;
}

/** One person seen at one component by an assessor. It belongs to the force under which it was planned or begun. */
export interface Observation {
  readonly id: ObservationId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  readonly enrolmentId: EnrolmentId;
  readonly courseCode: string;
  readonly versionId: VersionId;
  readonly componentKey: string;
  /** 1, 2, 3… within the enrolment and component, in the order of their arrival. */
  readonly number: number;
  readonly terms: ObservationTerms;
  readonly state: ObservationState;
  /** Null where it was begun on the spot. */
  readonly plan: ObservationPlan | null;
  readonly sheet: Sheet | null;
  readonly earlier: readonly EarlierSheet[];
  readonly assessorSignature: AssessorSignature | null;
  readonly candidateSignature: Signature | null;
  readonly dispute: Dispute | null;
  /** Null unless the candidate never answered. */
  readonly conclusion: Conclusion | null;
  readonly voiding: Voiding | null;
  /** From the assessor's signature on. */
  readonly outcome: ObservationOutcome | null;
  readonly releasedAt: Date | null;
  readonly flags: readonly ObservationFlag[];
  /** Grows by one with each change. */
  readonly revision: number;
}

const transitions: Record<ObservationState, readonly ObservationState[]> = {
  PLANNED: ['RECORDED', 'CANCELLED'],
  CANCELLED: ['RECORDED'],
  RECORDED: ['SIGNED', 'VOIDED'],
  SIGNED: ['RECORDED', 'RELEASED', 'DISPUTED', 'VOIDED'],
  DISPUTED: ['RELEASED', 'SET_ASIDE', 'VOIDED'],
  RELEASED: ['VOIDED'],
  SET_ASIDE: [],
  VOIDED: [],
};

/** PRA-01: the observation in its next state; staying is no step. */
export function moveObservation(observation: Observation, to: ObservationState): Observation {
  if (observation.state === to) return observation;
  if (transitions[observation.state].includes(to)) return { ...observation, state: to };
  throw refusal('OBSERVATION_STATE');
}

/** PRA-01: the sheet, where there must be one. */
export function sheetOf({ sheet }: Observation): Sheet {
  if (sheet === null) throw refusal('OBSERVATION_STATE');
  return sheet;
}

/** Everybody who had a hand in it besides the candidate: planned it, was to observe, filled in a sheet or signed one. */
export function involvedIn({ plan, sheet, earlier, assessorSignature }: Observation): PersonId[] {
  const sheets = [...earlier, { sheet, assessorSignature, replacedBy: null }];
  const people = sheets.flatMap((each) => [
    ...[each.sheet?.recordedBy, each.assessorSignature?.personId, each.replacedBy],
  ]);
  const all = [plan?.plannedBy, plan?.assessorId, ...people];
  return [...new Set(all.filter((personId) => personId !== undefined && personId !== null))];
}
