import { addDays, type CalendarDate, holdsOn } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal } from './refusals.js';

export type AuthorityRecordId = Id<'AuthorityRecord'>;

/** Whether a person may practise under a certification; apart from whether they hold it. */
export const AUTHORITY_STATES = ['authorised', 'supervised', 'restricted', 'suspended', 'lapsed'] as const;
export type AuthorityState = (typeof AUTHORITY_STATES)[number];

/** What a record rests on: the decision of the officer who may give authority, or one of the rules by which Lantern acts. */
export type AuthorityGround =
  | 'named-officer'
  | 'award-ran-out'
  | 'award-withdrawn'
  | 'failed-proficiency-test';

/**
 * One entry in the history of a person's authority to practise under one certification. Append-only: a later entry lies
 * over the earlier ones for the days it covers, and when its last day is over the earlier one shows again. The reason
 * is personal and lies in the journal's erasable payload. Do not read authority off one record: ask `authorityOn`.
 */
export interface AuthorityRecord {
  readonly id: AuthorityRecordId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  readonly certificationCode: string;
  readonly state: AuthorityState;
  readonly from: CalendarDate;
  /** Included; null without end. */
  readonly to: CalendarDate | null;
  /** The named officer; null when Lantern acted under a rule. */
  readonly by: PersonId | null;
  readonly ground: AuthorityGround;
  /** What a rule acted on: the award or the attempt. The same again is the same record. */
  readonly sourceId: string | null;
  readonly recordedAt: Date;
}

/** STD-20. The record that decides on a day: the latest of those that cover it; null when none does. */
export function authorityOn(
  records: readonly AuthorityRecord[],
  day: CalendarDate,
  knownAt?: Date,
): AuthorityRecord | null {
  const covering = records.filter(
    (record) => holdsOn(record, day) && (knownAt === undefined || record.recordedAt <= knownAt),
  );
  return covering.reduce<AuthorityRecord | null>(
    (latest, record) => (latest === null || isLater(record, latest) ? record : latest),
    null,
  );
}

/** At one instant the one that takes authority away. */
function isLater(record: AuthorityRecord, than: AuthorityRecord): boolean {
  const time = record.recordedAt.getTime() - than.recordedAt.getTime();
  if (time !== 0) return time > 0;
  return AUTHORITY_STATES.indexOf(record.state) > AUTHORITY_STATES.indexOf(than.state);
}

/** The days on which authority may change: the first day of each record, and the day after its last. */
export function authorityTurns(records: readonly AuthorityRecord[]): CalendarDate[] {
  return records.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]));
}

/** STD-23. What a rule makes of the authority that stands: null when it leaves it as it is. */
export function byRule(
  ground: Exclude<AuthorityGround, 'named-officer'>,
  standing: AuthorityRecord | null,
): AuthorityState | null {
  const isGone = standing?.state === 'suspended' || standing?.state === 'lapsed';
  if (isGone) return null;
  if (ground === 'failed-proficiency-test') return 'suspended';
  if (standing === null) return null;
  return ground === 'award-ran-out' ? 'lapsed' : 'suspended';
}

/** STD-21. Refuses a period that begins in the past or ends before it begins. */
export function refuseWrongPeriod(
  { from, to }: Pick<AuthorityRecord, 'from' | 'to'>,
  today: CalendarDate,
): void {
  if (from < today) throw refusal('AUTHORITY_BACKDATED', { field: 'from' });
  if (to !== null && to < from) throw refusal('AUTHORITY_ENDS_BEFORE_IT_BEGINS', { field: 'to' });
}

/** STD-22. The reason without blanks around it; refused when there is none, or it is too long. */
export function authorityReason(text: string): string {
  const reason = text.trim();
  if (reason === '' || reason.length > LONGEST_REASON)
    throw refusal('AUTHORITY_REASON_MISSING', { facts: { most: LONGEST_REASON }, field: 'reason' });
  return reason;
}

const LONGEST_REASON = 2000;

/** STD-24. Who counts: those authorised, those under supervision, or nobody. */
export type Practice = 'authorised' | 'supervised' | 'none';

/** STD-24. What a holder may do on a day, by the records and, where there is none, by whether the award's rule asks for one. */
export function practiceOn(
  records: readonly AuthorityRecord[],
  day: CalendarDate,
  needsAuthority: boolean,
): Practice {
  const record = authorityOn(records, day);
  if (record === null) return needsAuthority ? 'none' : 'authorised';
  return record.state === 'authorised' || record.state === 'supervised' ? record.state : 'none';
}
