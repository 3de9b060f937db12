import type { SkillId } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { Evidence, EvidenceId } from '../evidence/evidence.js';
import { standingAt } from '../standing/standing.js';

/** What somebody must be in date in to judge others in it. */
export interface AssessorNeed {
  readonly skillId: SkillId;
  /** 1–4: the level of what is judged. */
  readonly level: number;
}

/**
 * What made a person legitimate to judge others in one skill on one day, as far as was known then. It is a snapshot, to be
 * kept beside the judgement: later evidence changes standing, never this. `isInDate` false is as much of an answer.
 */
export interface AssessorStanding extends AssessorNeed {
  readonly isInDate: boolean;
  /** The level held on that day, 0–4. */
  readonly held: number;
  /** The last day on which it holds without new evidence; null when nothing is held. */
  readonly lastValidDay: CalendarDate | null;
  /** The evidence that counted: whose withdrawal flags the judgement. */
  readonly evidenceIds: readonly EvidenceId[];
  readonly on: CalendarDate;
  readonly knownAt: Date;
}

/** STD-10, STD-11: whether evidence makes its person an assessor of the skill at that level on the day, and by what. */
export function assessorStandingAt(
  evidence: readonly Evidence[],
  need: AssessorNeed,
  when: { readonly on: CalendarDate; readonly knownAt: Date },
): AssessorStanding {
  const ofSkill = evidence.filter(({ skillId }) => skillId === need.skillId);
  const standing = standingAt(ofSkill, when.on, when.knownAt);
  const counting = standing.because.filter(
    ({ counts, evidence: piece }) => counts && piece.kind !== 'negative',
  );
  return {
    skillId: need.skillId,
    level: need.level,
    isInDate: standing.level >= need.level,
    held: standing.level,
    lastValidDay: standing.lastValidDay,
    evidenceIds: counting.map(({ evidence: piece }) => piece.id),
    ...when,
  };
}
