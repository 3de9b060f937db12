import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { Facts } from '@app/platform/refusal/refusal.js';
import type { Confidence } from '../evidence/provenance.js';
import { refusal } from '../refusals.js';
import type { PastColumns } from './past-mapping.js';

export type PastImportId = Id<'PastImport'>;
export type PastRecordId = Id<'PastRecord'>;

export const PAST_STATES = [
  ...(['waiting', 'checking', 'checked', 'applying', 'applied'] as const),
  ...(['cancelling', 'cancelled', 'undoing', 'undone', 'failed'] as const),
] as const;
export type PastState = (typeof PAST_STATES)[number];

/** The encodings in which a table may come; found out by the check. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How many rows came to what. `kept + duplicates + errorRows = processed`. */
export interface PastCounts {
  readonly processed: number;
  /** Rows that are kept as records of the past. */
  readonly kept: number;
  /** Of those kept, the ones whose course nobody has mapped: evidence of no skill until somebody does. */
  readonly unmapped: number;
  /** Pieces of evidence that they give: a course may show several skills. */
  readonly evidence: number;
  readonly duplicates: number;
  readonly errorRows: number;
  /** A row may have several. */
  readonly errorCount: number;
}

/**
 * One file of past training on its way in: waiting → checking → checked → applying → applied; cancelled on the way; undone as a
 * whole afterwards; failed when it cannot be read. A check changes nothing else. The counts are those of the step under way.
 */
export interface PastImport extends PastCounts {
  readonly id: PastImportId;
  readonly forceId: ForceId;
  readonly fileId: FileId;
  readonly submittedBy: PersonId;
  readonly submittedAt: Date;
  /** What people call the record that the file comes from. */
  readonly source: string;
  readonly confidence: Confidence;
  readonly columns: PastColumns;
  readonly state: PastState;
  readonly encoding: Encoding | null;
  readonly rows: number;
  /** Courses of the file that nobody has mapped, most rows first; at most 500 of them. */
  readonly unknownCourses: readonly { readonly course: string; readonly rows: number }[];
}

/** One thing wrong with a row: where, and which refusal says it. A line counts from 1, the heading being line 1. */
export interface PastError {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly facts: Facts;
}

/** One row of the past as it was written, whether or not anybody knows what its course shows. */
export interface PastRecord {
  readonly id: PastRecordId;
  readonly personId: PersonId;
  readonly importId: PastImportId;
  /** Person, source, course and day: the same again is a duplicate. */
  readonly key: string;
  readonly course: string;
  readonly courseKey: string;
  readonly completedOn: CalendarDate;
  readonly expiresOn: CalendarDate | null;
  /** The level that the row itself gives, 1–4. */
  readonly level: number | null;
  readonly number: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

export const NO_COUNTS: PastCounts = {
  ...{ processed: 0, kept: 0, unmapped: 0, evidence: 0, duplicates: 0, errorRows: 0, errorCount: 0 },
};

/** STD-44. Whether applying may begin: false when it has begun already; refused when it may not. */
export function mayBeApplied({ state }: PastImport): boolean {
  if (state === 'waiting' || state === 'checking')
    throw refusal('PAST_NOT_CHECKED', { field: 'pastImportId' });
  if (state === 'failed' || state === 'cancelled' || state === 'cancelling')
    throw refusal('PAST_ENDED', { field: 'pastImportId' });
  return state === 'checked';
}

/** STD-45. The state after a cancellation; the same when there is nothing to cancel any more. */
export function cancelled({ state }: PastImport): PastState {
  if (state === 'waiting' || state === 'checking' || state === 'checked') return 'cancelled';
  return state === 'applying' ? 'cancelling' : state;
}

/** STD-46. Whether undoing may begin: false when it has begun already; refused while the import is on its way in. */
export function mayBeUndone({ state }: PastImport): boolean {
  if (state === 'undoing' || state === 'undone') return false;
  if (state === 'applied' || state === 'cancelled') return true;
  throw refusal('PAST_NOT_APPLIED', { field: 'pastImportId' });
}
