import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal } from '../refusals.js';
import type { UnitId } from '../unit/unit.js';
import { isRank, isRole } from './ranks-and-roles.js';

export type PostingId = Id<'Posting'>;

/** A person who is someone's line manager or deputy, from a day, perhaps to a day; both days included. */
export interface DatedPerson {
  readonly personId: PersonId;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** What a posting says besides who, where and from when. */
export interface PostingDetails {
  readonly rankId: string;
  readonly to: CalendarDate | null;
  /** As the force writes it: `2-2-2-4`. */
  readonly shiftPattern: string | null;
  /** Hours a week, above 0 and at most 60. */
  readonly contractedHours: number | null;
  readonly expectedEnd: CalendarDate | null;
}

/**
 * A posting is person × unit × rank × role from a day, perhaps to a day. It decides which role profile applies. A person
 * may hold several at once. It is never deleted: it ends. `lineManagerId` is today's line manager; `lineManagers` holds
 * them all, each with dates.
 */
export interface Posting extends PostingDetails {
  readonly id: PostingId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  readonly unitId: UnitId;
  readonly roleId: string;
  readonly from: CalendarDate;
  readonly lineManagerId: PersonId | null;
  readonly lineManagers: readonly DatedPerson[];
  readonly deputies: readonly DatedPerson[];
  readonly revision: number;
}

/** Refuses a last day before the first (IDN-10). */
export function endsAfterItBegins(
  period: { from: CalendarDate; to: CalendarDate | null },
  field = 'to',
): void {
  if (period.to !== null && period.to < period.from) throw refusal('DATES_REVERSED', { field });
}

/** Refuses a rank (IDN-11) or role (IDN-12) that the reference data does not have. */
export function rankAndRoleExist(posting: { rankId: string; roleId: string }): void {
  if (!isRank(posting.rankId)) throw refusal('RANK_UNKNOWN', { field: 'rankId' });
  if (!isRole(posting.roleId)) throw refusal('ROLE_UNKNOWN', { field: 'roleId' });
}

/** Refuses contracted hours that are not above 0 and at most 60 a week (IDN-13). */
export function hoursAreWorkable(hours: number | null): void {
  if (hours !== null && !(hours > 0 && hours <= 60))
    throw refusal('HOURS_OUT_OF_RANGE', { field: 'contractedHours' });
}

/** Refuses people as their own line manager (IDN-14). */
export function managerIsSomeoneElse(personId: PersonId, lineManagerId: PersonId | null): void {
  if (personId === lineManagerId) throw refusal('LINE_MANAGER_SELF', { field: 'lineManagerId' });
}

/** Whether a posting already says all this. */
export function saysTheSame(
  posting: Posting,
  wanted: PostingDetails & { lineManagerId: PersonId | null },
): boolean {
  return (
    posting.rankId === wanted.rankId &&
    posting.to === wanted.to &&
    posting.shiftPattern === wanted.shiftPattern &&
    posting.contractedHours === wanted.contractedHours &&
    posting.expectedEnd === wanted.expectedEnd &&
    posting.lineManagerId === wanted.lineManagerId
  );
}

/** Refuses to move the end of a posting whose last day has passed (IDN-16). */
export function postingIsNotOver(posting: Posting, today: CalendarDate): void {
  if (posting.to !== null && posting.to < today) throw refusal('POSTING_ALREADY_OVER', { field: 'to' });
}

/** A posting as whoever keeps a picture by day needs it: what was known of its last day, and since when, oldest first. */
export interface PostingHistory extends Pick<Posting, 'unitId' | 'roleId' | 'from' | 'to' | 'shiftPattern'> {
  /** Empty on postings from before it was kept. */
  readonly known: readonly { readonly at: Date; readonly to: CalendarDate | null }[];
}
