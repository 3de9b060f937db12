import { type CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal } from '../refusals.js';

export type AbsenceId = Id<'Absence'>;

/**
 * An absence of a person from a force, first and last day included. It says whether the clock of due dates and renewals
 * stops. The reason is deliberately absent: it is nobody's business here, least of all a medical one.
 */
export interface Absence {
  readonly id: AbsenceId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly clockStopped: boolean;
}

/** Refuses an absence that overlaps another one of the same person (IDN-17). */
export function absenceStandsAlone(wanted: Pick<Absence, 'from' | 'to'>, others: readonly Absence[]): void {
  const clash = others.find(
    (other) =>
      (other.to === null || wanted.from <= other.to) && (wanted.to === null || other.from <= wanted.to),
  );
  if (clash !== undefined) throw refusal('ABSENCE_OVERLAPS', { field: 'from' });
}

/** An absence as whoever keeps a picture by day needs it: what was known of its last day, and since when, oldest first. */
export interface AbsenceHistory extends Pick<Absence, 'from' | 'to'> {
  /** Empty on absences from before it was kept. */
  readonly known: readonly { readonly at: Date; readonly to: CalendarDate | null }[];
}
