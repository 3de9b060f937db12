import type { SkillId, SkillLevel } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { AssessorStanding } from '../assessor/assessor.js';
import type { EvidenceId } from '../evidence/evidence.js';
import type { Confidence } from '../evidence/provenance.js';
import { refusal } from '../refusals.js';

export type ClaimId = Id<'EvidenceClaim'>;

/** What is put forward: practice that somebody observed, somebody else's certificate, prior learning, an appeal of a finding. */
export const CLAIM_KINDS = ['practice', 'certificate', 'prior-learning', 'appeal'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** `open` waits for a second person; the other three are ends. */
export const CLAIM_STATES = ['open', 'accepted', 'refused', 'taken-back'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** One thing that was looked for in observed practice. */
export interface Criterion {
  readonly text: string;
  /** Whoever misses it has not shown the skill, whatever else was seen. */
  readonly critical: boolean;
  readonly seen: boolean;
}

/** Of a certificate: who issued it, by the force's register (`issuerKey`) or in words, and its number. */
export interface Issued {
  readonly issuerKey: string | null;
  readonly issuer: string;
  readonly number: string;
}

/** The second person's word. */
export interface ClaimDecision {
  readonly by: PersonId;
  readonly at: Date;
  /** Of prior learning: the standing under which it was judged, as far as was known then. */
  readonly standing: AssessorStanding | null;
}

/** What a claim says, whatever becomes of it. */
export interface ClaimContent {
  readonly personId: PersonId;
  readonly skillId: SkillId;
  /** What is claimed; what is recognised may be less. */
  readonly level: SkillLevel;
  /** What it is, as shown to people, 1–200 characters. */
  readonly what: string;
  readonly from: CalendarDate;
  /** The last valid day of its source; null where only the skill's months count. */
  readonly lastValidDay: CalendarDate | null;
  readonly fileIds: readonly FileId[];
  readonly criteria: readonly Criterion[];
  readonly issued: Issued | null;
  /** What the portfolio shows, or why a finding is wrong; personal, and kept here alone. */
  readonly statement: string;
}

/**
 * What somebody put forward about a person's skill, for a second person to decide. It is no evidence and counts for nothing until
 * it is accepted; then it has made a piece of evidence (or, an appeal, withdrawn one) and never changes again. Its words are
 * personal and lie here, apart from the evidence, so that they can be erased.
 */
export interface EvidenceClaim extends ClaimContent {
  readonly id: ClaimId;
  readonly forceId: ForceId;
  readonly kind: ClaimKind;
  /** Names it while it is open or accepted: the same again is the same claim. */
  readonly key: string;
  /** Who put it forward: of practice, the observer. */
  readonly by: PersonId;
  readonly at: Date;
  /** Of practice: the observer's own standing on that day, as far as was known. */
  readonly standing: AssessorStanding | null;
  readonly state: ClaimState;
  readonly decision: ClaimDecision | null;
  /** What the second person says to whom it is about; null until then. */
  readonly answer: string | null;
  /** The evidence that it became, or, of an appeal, the finding; null until there is one. */
  readonly evidenceId: EvidenceId | null;
}

/** STD-50. Whether it may still be decided or taken back; refused otherwise. */
export function mustBeOpen(claim: EvidenceClaim): void {
  if (claim.state !== 'open') throw refusal('CLAIM_OVER');
}

/** STD-50. Refuses a decision by whoever it is about, or by whoever put it forward. */
export function mustBeSecond(claim: EvidenceClaim, by: PersonId): void {
  if (by === claim.personId) throw refusal('CLAIM_OWN');
  if (by === claim.by) throw refusal('CLAIM_SECOND_PERSON');
}

/** STD-50. Refuses the same thing put forward again with another content. */
export function mustSayTheSame(known: ClaimContent, next: ClaimContent): void {
  if (contentOf(known) !== contentOf(next)) throw refusal('CLAIM_DIFFERS');
}

function contentOf(claim: ClaimContent): string {
  const { level, what, from, lastValidDay, fileIds, criteria, issued, statement } = claim;
  const judged = criteria.map(({ text, critical, seen }) => [text, critical, seen]);
  const issuedBy = issued === null ? null : [issued.issuerKey, issued.issuer, issued.number];
  return JSON.stringify([level, what, from, lastValidDay, fileIds, judged, issuedBy, statement]);
}

/** STD-50. A text without blanks around it; refused when it has none of 1 to `most` characters. */
export function textOf(text: string, field: string, most: number): string {
  const trimmed = text.normalize('NFC').trim();
  if (trimmed === '' || trimmed.length > most) throw refusal('CLAIM_TEXT_WRONG', { facts: { most }, field });
  return trimmed;
}

/** STD-50. Refuses what is said to have happened on a day that has not come. */
export function refuseFuture(from: CalendarDate, today: CalendarDate, field = 'from'): void {
  if (from > today) throw refusal('EVIDENCE_IN_FUTURE', { field });
}

const MOST_CRITERIA = 50;

/** STD-51. The criteria of observed practice; refused when there is none, or when a critical one was not seen. */
export function criteriaOf(criteria: readonly Criterion[]): Criterion[] {
  if (criteria.length === 0 || criteria.length > MOST_CRITERIA)
    throw refusal('PRACTICE_CRITERIA_WRONG', { facts: { most: MOST_CRITERIA }, field: 'criteria' });
  const tidy = criteria.map((each) => ({ ...each, text: textOf(each.text, 'criteria', 300) }));
  const missed = tidy.findIndex(({ critical, seen }) => critical && !seen);
  if (missed !== -1)
    throw refusal('PRACTICE_CRITICAL_NOT_SEEN', { facts: { number: missed + 1 }, field: 'criteria' });
  if (!tidy.some(({ seen }) => seen)) throw refusal('PRACTICE_NOTHING_SEEN', { field: 'criteria' });
  return tidy;
}

/** STD-52. How sure a certificate may be said to be: a document asks for a file, a record for an issuer of the register. */
export function confidenceOf(
  { fileIds, issued }: Pick<EvidenceClaim, 'fileIds' | 'issued'>,
  said: Confidence | null,
): Confidence {
  const byFile = fileIds.length > 0 ? 'documented' : 'stated';
  const byRegister = typeof issued?.issuerKey === 'string' ? 'recorded' : 'stated';
  const confidence = said ?? byFile;
  if (!['stated', byFile, byRegister].includes(confidence))
    throw refusal('CERTIFICATE_LESS_SURE', { field: 'confidence' });
  return confidence;
}
