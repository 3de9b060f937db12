import type { SkillId } from '@app/framework';
import { addMonths, type CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal } from '../refusals.js';

export type AwardId = Id<'Award'>;

/** The longest validity of an award, in calendar months. */
export const LONGEST_VALIDITY_MONTHS = 120;

/** One skill that an award gave evidence of. */
export interface AwardSkill {
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
  /** The last day on which the evidence holds: the shorter of the award's validity and the skill's own. Included. */
  readonly lastValidDay: CalendarDate;
}

/**
 * One person's holding of a certification in one cycle. Title, version number, months and levels are copies of what
 * stood when it was given: a later version of the course changes nothing about it. Awards are never deleted, and only two
 * things of one ever change: its last valid day moves, and it is withdrawn; a renewal is a new one. Deliberately absent: marks, attempts and authority to practise. Whether it is in date
 * is a question of a day, so ask `isInDate`.
 */
export interface Award {
  readonly id: AwardId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  /** Number with check character, as the certificate shows it. National: no two awards have the same. */
  readonly serial: string;
  readonly courseCode: string;
  readonly courseTitle: Words;
  readonly versionId: string;
  readonly versionNumber: number;
  /** 1 for the first award of this certification to this person, and one more for each renewal. */
  readonly cycle: number;
  readonly awardedOn: CalendarDate;
  /** Included: the award is in date on this day. An extension, or leave that stops the clock, moves it. */
  readonly lastValidDay: CalendarDate;
  /** The last valid day as it was granted. Never moves. */
  readonly grantedTo: CalendarDate;
  /** The rule version that it was granted by; 0 for awards from before rules had versions. */
  readonly ruleNumber: number;
  /** Null while it stands. The reason is personal and lies in the journal's erasable payload. */
  readonly withdrawn: { readonly on: CalendarDate; readonly at: Date } | null;
  readonly skills: readonly AwardSkill[];
}

/**
 * CRT-02. The last valid day under rule COMPLETION: the same day of the month so many calendar months after the day of
 * the award, clamped to the month's end. That day is included: awarded on 23 November 2026 with 12 months, the award is
 * in date up to the end of 23 November 2027.
 */
export function lastValidDayOf(awardedOn: CalendarDate, months: number): CalendarDate {
  refuseWrongValidity(months);
  return addMonths(awardedOn, months);
}

/** CRT-02. Refuses a validity that is no whole number of months from 1 to 120. */
export function refuseWrongValidity(months: number): void {
  if (!Number.isInteger(months) || months < 1 || months > LONGEST_VALIDITY_MONTHS)
    throw refusal('AWARD_VALIDITY_WRONG', { field: 'validityMonths' });
}

/**
 * CRT-02. Whether an award is in date on a day: from the day of the award to its last valid day, both included. CRT-31: a
 * withdrawn one is in date on no day from that of its withdrawal on.
 */
export function isInDate(
  award: Pick<Award, 'awardedOn' | 'lastValidDay'> & Partial<Pick<Award, 'withdrawn'>>,
  day: CalendarDate,
): boolean {
  const stands = award.withdrawn == null || day < award.withdrawn.on;
  return stands && award.awardedOn <= day && day <= award.lastValidDay;
}
