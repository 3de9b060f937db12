import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Facts } from '@app/platform/refusal/refusal.js';
import type { RosterImportId } from '../events.js';
import { refusal } from '../refusals.js';
import type { UploadId } from './upload.js';

export type RosterState = 'waiting' | 'checking' | 'checked' | 'applying' | 'applied' | 'failed';

/** How many rows came to what; `added + changed + unchanged + errorCount = processed`. */
export interface RosterCounts {
  readonly processed: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly errorCount: number;
}

/**
 * A roster import is one file on its way into the force's records: waiting → checking → checked → applying → applied, or
 * failed when it cannot be read. Checking changes nothing else. The counts are those of the step under way.
 */
export interface RosterImport extends RosterCounts {
  readonly id: RosterImportId;
  readonly forceId: ForceId;
  readonly uploadId: UploadId;
  readonly submittedBy: PersonId;
  readonly state: RosterState;
  /** Rows below the heading; 0 until they have been counted. */
  readonly rows: number;
  /** Whether the file names everybody: whom it leaves out is suspended when it is applied (IDN-41). */
  readonly isWhole: boolean;
  /** Whom a whole roster leaves out, as its check found them. */
  readonly leavers: readonly PersonId[];
  /** Of how many people rosters spoke, as the check found them. */
  readonly held: number;
}

/** One thing wrong with a roster: where, and which refusal says it. A line counts from 1, the heading being line 1. */
export interface RosterError {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly facts: Facts;
}

export const NO_COUNTS: RosterCounts = { processed: 0, added: 0, changed: 0, unchanged: 0, errorCount: 0 };

/** More than so many of a hundred people are suspended by a roster only when a second person says so. */
export const MOST_LEAVERS_PERCENT = 5;

/** Who asks for a roster to be applied, and how many leavers they were shown. */
export interface Asking {
  readonly by: PersonId | undefined;
  readonly confirmedLeavers: number | null;
}

/** IDN-42. A whole roster that leaves many out is applied by somebody other than whoever submitted it, who names the number. */
export function mayLeaveOut(roster: RosterImport, { by, confirmedLeavers }: Asking): void {
  const leavers = roster.leavers.length;
  if (leavers * 100 <= roster.held * MOST_LEAVERS_PERCENT) return;
  const facts = { leavers, held: roster.held, most: MOST_LEAVERS_PERCENT };
  if (confirmedLeavers !== leavers)
    throw refusal('ROSTER_LEAVES_MANY_OUT', { facts, field: 'confirmedLeavers' });
  if (by === roster.submittedBy) throw refusal('ROSTER_NEEDS_SECOND_PERSON', { facts, field: 'importId' });
}

/** Whether applying may begin: true when it may, false when it has begun already; refused otherwise (IDN-33). */
export function mayBeApplied(roster: RosterImport): boolean {
  switch (roster.state) {
    case 'waiting':
    case 'checking':
      throw refusal('ROSTER_NOT_CHECKED', { field: 'importId' });
    case 'failed':
      throw refusal('ROSTER_FAILED', { field: 'importId' });
    case 'checked':
      return true;
    case 'applying':
    case 'applied':
      return false;
  }
}
