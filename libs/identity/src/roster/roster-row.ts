import { type CalendarDate, parseCalendarDate } from '@app/platform/clock/calendar.js';
import type { Language } from '@app/platform/context/request-context.js';
import { emailAddress, personName, staffNumber } from '../person/person.js';
import { endsAfterItBegins, hoursAreWorkable, rankAndRoleExist } from '../posting/posting.js';
import { refusal } from '../refusals.js';
import { unitNameKey } from '../unit/unit.js';
import type { Column } from './roster-columns.js';
import type { RawRow } from './roster-file.js';

/** A row as it is meant. `undefined` is what the file has no column for: it stays as it is; null is an empty value. */
export interface RosterRow {
  readonly line: number;
  readonly staffNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly language: Language | undefined;
  /** Path of names from the top, in lower case. */
  readonly unitPath: string;
  readonly rankId: string;
  readonly roleId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null | undefined;
  readonly shiftPattern: string | null | undefined;
  readonly contractedHours: number | null | undefined;
  /** The manager's staff number. */
  readonly lineManager: string | null | undefined;
  readonly expectedEnd: CalendarDate | null | undefined;
}

/** Reads a row. Refuses the first value that is missing or has the wrong form, naming its column (IDN-35). */
export function readRow(raw: RawRow): RosterRow {
  if (raw.lengths !== null) throw refusal('ROSTER_ROW_LENGTH', { facts: raw.lengths });
  const row: RosterRow = {
    line: raw.line,
    staffNumber: staffNumber(needed(raw, 'staff_number'), 'staff_number'),
    givenName: personName(needed(raw, 'given_name'), 'given_name'),
    familyName: personName(needed(raw, 'family_name'), 'family_name'),
    email: optional(raw, 'email', (text) => emailAddress(text)) ?? null,
    language: optional(raw, 'language', languageIn) ?? undefined,
    unitPath: unitPath(needed(raw, 'unit')),
    rankId: needed(raw, 'rank'),
    roleId: needed(raw, 'role'),
    from: dateIn(needed(raw, 'posting_from'), 'posting_from'),
    to: optional(raw, 'posting_to', dateIn),
    shiftPattern: optional(raw, 'shift_pattern', (text) => text.slice(0, 100)),
    contractedHours: optional(raw, 'contracted_hours', Number),
    lineManager: optional(raw, 'line_manager', staffNumber),
    expectedEnd: optional(raw, 'expected_end', dateIn),
  };
  rankAndRoleExist(row);
  endsAfterItBegins({ from: row.from, to: row.to ?? null });
  endsAfterItBegins({ from: row.from, to: row.expectedEnd ?? null }, 'expectedEnd');
  hoursAreWorkable(row.contractedHours ?? null);
  if (row.lineManager === row.staffNumber) throw refusal('LINE_MANAGER_SELF', { field: 'line_manager' });
  return row;
}

/** The column that a rule's field is written in. */
export function columnOf(field: string | undefined): string | null {
  if (field === undefined) return null;
  return COLUMN_OF_FIELD[field] ?? field;
}

const COLUMN_OF_FIELD: Record<string, Column> = {
  rankId: 'rank',
  roleId: 'role',
  to: 'posting_to',
  expectedEnd: 'expected_end',
  contractedHours: 'contracted_hours',
  lineManagerId: 'line_manager',
};

function needed(raw: RawRow, column: Column): string {
  const text = raw.cells.get(column) ?? '';
  if (text === '') throw refusal('ROSTER_VALUE_MISSING', { field: column });
  return text;
}

function optional<T>(
  raw: RawRow,
  column: Column,
  read: (text: string, column: string) => T,
): T | null | undefined {
  const text = raw.cells.get(column);
  if (text === undefined) return undefined;
  return text === '' ? null : read(text, column);
}

function dateIn(text: string, column: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined) throw refusal('ROSTER_DATE_NOT_VALID', { field: column });
  return date;
}

function languageIn(text: string, column: string): Language {
  if (text !== 'en' && text !== 'cy') throw refusal('ROSTER_LANGUAGE_UNKNOWN', { field: column });
  return text;
}

/** A path of unit names as it is compared. */
export function unitPath(text: string): string {
  return text
    .split('/')
    .map((name) => unitNameKey(name.trim().replace(/\s+/g, ' ').normalize('NFC')))
    .join('/');
}
