import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Refusal } from '@app/platform/refusal/refusal.js';
import { parse } from 'csv-parse';
import { refusal } from '../refusals.js';
import type { Encoding } from './past-import.js';
import type { PastColumns } from './past-mapping.js';

/** The most rows of a file, the heading not counted. */
export const MOST_ROWS = 1_000_000;
const FORM = {
  ...{ trim: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true },
  ...{ bom: true, max_record_size: 64 * 1024 },
} as const;

export type Field = Exclude<keyof PastColumns, 'dates'>;

/** One row: its line, and its cells by what they say; a field without a column is absent. */
export interface RawRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Field, string>>>;
}

/** A file that is no table of the past: the refusal, with the line. */
export class UnreadablePast extends Error {
  constructor(
    readonly reason: Refusal,
    readonly line: number,
    readonly column: string | null = null,
  ) {
    super(reason.message);
    this.name = 'UnreadablePast';
  }
}

/**
 * STD-42. The encoding of a file: by its mark where it has one, by the zeros of its first letters where it is UTF-16 without, UTF-8
 * when all of it is that, and Windows-1252 otherwise. Reads the whole file, in little memory.
 */
export async function encodingOf(bytes: Readable): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of bytes) {
      const marked = isFirst ? markOf(chunk as Buffer) : null;
      isFirst = false;
      if (marked !== null) return marked;
      decoder.decode(chunk as Buffer, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (isNotUtf8(error)) return 'windows-1252';
    throw error;
  } finally {
    bytes.destroy();
  }
}

function isNotUtf8(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}

function markOf(head: Buffer): Encoding | null {
  const [a, b] = [head[0], head[1]];
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b !== 0) return 'utf-16be';
  return a !== 0 && b === 0 ? 'utf-16le' : null;
}

/** The rows, one by one, in one pass. Throws UnreadablePast (STD-42). */
export async function* rowsOf(
  bytes: Readable,
  form: { readonly encoding: Encoding; readonly columns: PastColumns },
): AsyncGenerator<RawRow> {
  let places: [Field, number][] | null = null;
  let count = 0;
  for await (const { record, info } of recordsOf(bytes, form.encoding)) {
    if (places === null) {
      places = placesIn(record, form.columns);
      continue;
    }
    if (++count > MOST_ROWS)
      throw new UnreadablePast(refusal('PAST_TOO_MANY_ROWS', { facts: { most: MOST_ROWS } }), info.lines);
    const cells = Object.fromEntries(places.map(([field, at]) => [field, record[at] ?? '']));
    yield { line: info.lines, cells };
  }
  if (count === 0) throw new UnreadablePast(refusal('PAST_WITHOUT_ROWS'), 1);
}

/** How many rows the file has. Reads all of it, and so finds a file that is no such table before anything is changed. */
export async function countRows(
  bytes: Readable,
  form: { readonly encoding: Encoding; readonly columns: PastColumns },
): Promise<number> {
  const rows = rowsOf(bytes, form);
  let count = 0;
  while ((await rows.next()).done !== true) count++;
  return count;
}

/** Where each field is; a heading that is named and not there, or there twice, is refused. */
function placesIn(record: readonly string[], columns: PastColumns): [Field, number][] {
  const headings = record.map(headingKey);
  const fields = Object.entries(columns).filter(([field]) => field !== 'dates') as [Field, string | null][];
  return fields.flatMap(([field, column]): [Field, number][] => {
    if (column === null) return [];
    const at = headings.indexOf(headingKey(column));
    const facts = { column: column.slice(0, 60) };
    if (at === -1) throw new UnreadablePast(refusal('PAST_COLUMN_MISSING', { facts }), 1, facts.column);
    if (headings.lastIndexOf(headingKey(column)) !== at)
      throw new UnreadablePast(refusal('PAST_COLUMN_REPEATED', { facts }), 1, facts.column);
    return [[field, at]];
  });
}

function headingKey(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('en-GB');
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

async function* recordsOf(bytes: Readable, encoding: Encoding): AsyncGenerator<Parsed> {
  const parser = parse({ ...FORM, info: true });
  // The parser's own iteration reports what goes wrong; this one only moves the text.
  pipeline(Readable.from(textOf(bytes, encoding)), parser).catch(() => undefined);
  try {
    for await (const parsed of parser) yield parsed as Parsed;
  } catch (error) {
    if (!isCsvError(error)) throw error;
    throw new UnreadablePast(refusal('PAST_NOT_CSV', { facts: { line: error.lines } }), error.lines);
  } finally {
    bytes.destroy();
  }
}

async function* textOf(bytes: Readable, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

function isCsvError(error: unknown): error is { code: string; lines: number } {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && code.startsWith('CSV_');
}
