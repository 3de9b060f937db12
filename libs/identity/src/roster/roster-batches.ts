import type { Readable } from 'node:stream';
import { errorOf } from './plan-rows.js';
import { type RawRow, rowsOf } from './roster-file.js';
import type { RosterError } from './roster-import.js';
import { type RosterRow, readRow } from './roster-row.js';
import { SeenRows } from './seen-rows.js';

const BATCH = 500;

/** Some rows of a roster: those that could be read, and what is wrong with the others. */
export interface Batch {
  readonly rows: RosterRow[];
  readonly errors: RosterError[];
  /** How many rows of the file it stands for. */
  size: number;
}

/** The rows in batches, without the first `done`, which are only remembered for what they rule out. */
export async function* batchesOf(bytes: Readable, done: number): AsyncGenerator<Batch> {
  const seen = new SeenRows();
  let skip = done;
  let batch: Batch = { rows: [], errors: [], size: 0 };
  for await (const raw of rowsOf(bytes)) {
    const read = readAndNote(raw, seen);
    if (skip-- > 0) continue;
    if ('code' in read) batch.errors.push(read);
    else batch.rows.push(read);
    batch.size++;
    if (batch.size < BATCH) continue;
    yield batch;
    batch = { rows: [], errors: [], size: 0 };
  }
  if (batch.size > 0) yield batch;
}

function readAndNote(raw: RawRow, seen: SeenRows): RosterRow | RosterError {
  try {
    const row = readRow(raw);
    seen.note(row);
    return row;
  } catch (error) {
    return errorOf(error, raw.line);
  }
}
