import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '@app/platform/refusal/refusal.js';
import { parse } from 'csv-parse';
import { refusal } from '../refusals.js';
import { COLUMNS, REQUIRED } from './roster-columns.js';

/** The most rows of a roster, the heading not counted. */
export const MOST_ROWS = 1_000_000;
/** Comma-separated, spaces around values and empty lines ignored; the length of a row is checked row by row. */
const FORM = {
  trim: true,
  skip_empty_lines: true,
  relax_column_count: true,
  max_record_size: 64 * 1024,
} as const;

/** One row as the file gives it: its line, and its cells by column; a column that the file has not is absent. */
export interface RawRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
  /** How many values the row has and the heading has, when these differ. */
  readonly lengths: { readonly cells: number; readonly columns: number } | null;
}

/** A file that is no roster: the refusal, with the line. */
export class UnreadableRoster extends Error {
  constructor(
    readonly reason: Refusal,
    readonly line: number,
    readonly column: string | null = null,
  ) {
    super(reason.message);
    this.name = 'UnreadableRoster';
  }
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** The rows of a roster, one by one, in one pass and little memory. Throws UnreadableRoster (IDN-34). */
export async function* rowsOf(bytes: Readable): AsyncGenerator<RawRow> {
  let columns: string[] | null = null;
  let count = 0;
  for await (const { record, info } of recordsOf(bytes)) {
    if (columns === null) {
      columns = heading(record);
      continue;
    }
    refuseTooMany(++count, info.lines);
    yield rowOf(columns, record, info.lines);
  }
  refuseNone(count);
}

function rowOf(columns: readonly string[], record: readonly string[], line: number): RawRow {
  const cells = new Map(columns.map((column, index) => [column, record[index] ?? '']));
  const lengths = record.length === columns.length ? null : { cells: record.length, columns: columns.length };
  return { line, cells, lengths };
}

function heading(record: readonly string[]): string[] {
  const columns = record.map((name) => name.toLowerCase());
  const fail = (
    code: 'ROSTER_COLUMN_UNKNOWN' | 'ROSTER_COLUMN_REPEATED' | 'ROSTER_COLUMN_MISSING',
    column: string,
  ) => {
    throw new UnreadableRoster(refusal(code, { facts: { column } }), 1, column);
  };
  for (const [index, column] of columns.entries()) {
    if (!COLUMNS.has(column)) fail('ROSTER_COLUMN_UNKNOWN', column.slice(0, 60));
    if (columns.indexOf(column) !== index) fail('ROSTER_COLUMN_REPEATED', column);
  }
  for (const column of REQUIRED) if (!columns.includes(column)) fail('ROSTER_COLUMN_MISSING', column);
  return columns;
}

/** The staff numbers that the file names, in good rows and bad ones. */
export async function staffNumbersIn(bytes: Readable): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for await (const { cells } of rowsOf(bytes))
    named.add((cells.get('staff_number') ?? '').trim().toUpperCase());
  return named;
}

/** How many rows the file has. Reads all of it, and so finds a file that is no roster before anything is changed. */
export async function countRows(bytes: Readable): Promise<number> {
  let count = -1;
  const parser = parse({
    ...FORM,
    // Called for each record in place of handing it on, which for a million rows is most of the work.
    on_record: (record: string[], { lines }) => {
      if (count === -1) heading(record);
      count++;
      refuseTooMany(count, lines);
      return null;
    },
  });
  parser.resume();
  try {
    await pipeline(Readable.from(textOf(bytes)), parser);
  } catch (error) {
    throw unreadable(error);
  } finally {
    bytes.destroy();
  }
  refuseNone(count);
  return count;
}

function refuseTooMany(count: number, line: number): void {
  if (count > MOST_ROWS)
    throw new UnreadableRoster(refusal('ROSTER_TOO_MANY_ROWS', { facts: { most: MOST_ROWS } }), line);
}

function refuseNone(count: number): void {
  if (count < 1) throw new UnreadableRoster(refusal('ROSTER_WITHOUT_ROWS'), 1);
}

/** A fault of the CSV as what it means for the roster; anything else as it is. */
function unreadable(error: unknown): unknown {
  if (!isCsvError(error)) return error;
  return new UnreadableRoster(refusal('ROSTER_NOT_CSV', { facts: { line: error.lines } }), error.lines);
}

async function* recordsOf(bytes: Readable): AsyncGenerator<Parsed> {
  const parser = parse({ ...FORM, info: true });
  // The parser's own iteration reports what goes wrong; this one only moves the text.
  pipeline(Readable.from(textOf(bytes)), parser).catch(() => undefined);
  try {
    for await (const parsed of parser) yield parsed as Parsed;
  } catch (error) {
    throw unreadable(error);
  } finally {
    bytes.destroy();
  }
}

/** Strict UTF-8, with or without a byte order mark. */
async function* textOf(bytes: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of bytes) yield decoded(() => decoder.decode(chunk as Buffer, { stream: true }));
  yield decoded(() => decoder.decode());
}

function decoded(decode: () => string): string {
  const wrong = () => new UnreadableRoster(refusal('ROSTER_NOT_UTF8'), 1);
  let text: string;
  try {
    text = decode();
  } catch {
    throw wrong();
  }
  // UTF-16 without a byte order mark is UTF-8 full of zeros.
  if (text.includes('\0')) throw wrong();
  return text;
}

function isCsvError(error: unknown): error is { code: string; lines: number } {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && code.startsWith('CSV_');
}
