import type { Readable } from 'node:stream';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { rowsOf } from './past-file.js';
import type { Encoding, PastError } from './past-import.js';
import type { PastColumns } from './past-mapping.js';
import { type PastRow, readRow } from './past-row.js';

const BATCH = 1000;

/** Some rows of a file: those that could be read, and what is wrong with the others. */
export interface PastBatch {
  readonly rows: PastRow[];
  readonly errors: PastError[];
  /** How many of its rows could not be read. */
  unreadable: number;
  /** How many rows of the file it stands for. */
  size: number;
}

/** The rows in batches, without the first `done`. */
export async function* batchesOf(
  bytes: Readable,
  form: { encoding: Encoding; columns: PastColumns; today: CalendarDate; done: number },
): AsyncGenerator<PastBatch> {
  let skip = form.done;
  let batch: PastBatch = { rows: [], errors: [], unreadable: 0, size: 0 };
  for await (const raw of rowsOf(bytes, form)) {
    if (skip-- > 0) continue;
    const read = readRow(raw, form.columns, form.today);
    if (Array.isArray(read)) {
      batch.errors.push(...read);
      batch.unreadable++;
    } else batch.rows.push(read);
    batch.size++;
    if (batch.size < BATCH) continue;
    yield batch;
    batch = { rows: [], errors: [], unreadable: 0, size: 0 };
  }
  if (batch.size > 0) yield batch;
}
