import type { SkillId, SkillLevel } from '@app/framework';
import { addMonths, type CalendarDate, earlierOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal } from '../refusals.js';
import type { Provenance } from './provenance.js';

export type EvidenceId = Id<'Evidence'>;

/** Where a piece of evidence comes from. `negative` is the only one that counts against the skill. */
export const EVIDENCE_KINDS = ['award', 'observed', 'external', 'prior', 'negative'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Why a piece no longer counts, and from when we knew. */
export interface EvidenceEnd {
  readonly at: Date;
  readonly how: 'withdrawn' | 'superseded';
}

/** The certification whose award gave a piece of evidence, and whether one needs authority to practise under it. */
export interface EvidenceCertification {
  readonly code: string;
  /** As the rule said when the award was given: without recorded authority the holder then does not count for cover. */
  readonly needsAuthority: boolean;
}

/**
 * One dated fact for or against a person's skill at a level. It is never edited: it is withdrawn, or superseded by
 * another, with a reason; the reason itself is personal and lies in the journal's erasable payload. Bitemporal: `from`
 * and `lastValidDay` say when it holds, `recordedAt` and `ended.at` when we knew. It belongs for ever to the force under
 * which it was earned. Do not read a level off a piece of evidence: that is what `standingAt` is for.
 */
export interface Evidence {
  readonly id: EvidenceId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  readonly skillId: SkillId;
  readonly level: SkillLevel;
  readonly kind: EvidenceKind;
  /** What it is, as shown to people: the course, the observation, the certificate. */
  readonly title: Words;
  /** The record it comes from: award, observation or finding. With person, skill and kind it is the natural key. */
  readonly sourceId: string;
  /** Null for what no award gave, and for awards recorded before authority was. */
  readonly certification: EvidenceCertification | null;
  /** Who judged, and how sure we are of it. Null or absent: Lantern's own records, judged as their source says. */
  readonly provenance?: Provenance | null;
  readonly from: CalendarDate;
  /** Included: the evidence holds on this day. */
  readonly lastValidDay: CalendarDate;
  readonly recordedAt: Date;
  readonly ended: EvidenceEnd | null;
}

/**
 * STD-02. The last day on which evidence of a skill holds: the skill's own months after `from`, clamped to the month's
 * end, or the last valid day of its source when that is earlier. That day is included.
 */
export function lastValidDayOf(
  from: CalendarDate,
  skillMonths: number,
  sourceLastValidDay: CalendarDate | null,
): CalendarDate {
  const own = addMonths(from, skillMonths);
  return earlierOf(own, sourceLastValidDay) ?? own;
}

/** STD-03. Refuses evidence whose last valid day lies before its first. */
export function refuseBackwards(from: CalendarDate, lastValidDay: CalendarDate): void {
  if (lastValidDay < from) throw refusal('EVIDENCE_ENDS_BEFORE_IT_BEGINS', { field: 'lastValidDay' });
}

/** STD-05. Refuses a second record from one source that says something else than the first. */
export function refuseOtherContent(
  known: Evidence,
  next: Pick<Evidence, 'level' | 'from' | 'lastValidDay'>,
): void {
  const isSame =
    known.level === next.level && known.from === next.from && known.lastValidDay === next.lastValidDay;
  if (!isSame) throw refusal('EVIDENCE_DIFFERS');
}

/** STD-06. Refuses to end a piece that has ended otherwise. */
export function refuseEnded(evidence: Evidence): void {
  if (evidence.ended !== null) throw refusal('EVIDENCE_ALREADY_ENDED');
}
