import { type CalendarDate, parseCalendarDate } from '@app/platform/clock/calendar.js';
import type { Facts } from '@app/platform/refusal/refusal.js';
import type { Field, RawRow } from './past-file.js';
import type { PastError } from './past-import.js';
import type { DateForm, PastColumns } from './past-mapping.js';

/** A row as it is meant. */
export interface PastRow {
  readonly line: number;
  readonly staffNumber: string;
  readonly course: string;
  readonly completedOn: CalendarDate;
  readonly expiresOn: CalendarDate | null;
  readonly level: number | null;
  readonly number: string | null;
  readonly force: string | null;
}

const LONGEST: Partial<Record<Field, number>> = { staffNumber: 40, course: 300, number: 100, force: 200 };

/** STD-42. Reads a row, or tells everything that is wrong with it. */
export function readRow(raw: RawRow, columns: PastColumns, today: CalendarDate): PastRow | PastError[] {
  const reading = new Reading(raw, columns);
  for (const field of ['staffNumber', 'course', 'completedOn'] as const) reading.needed(field);
  reading.notTooLong();
  const completedOn = reading.date('completedOn');
  const expiresOn = reading.date('expiresOn');
  const level = reading.level();
  reading.inOrder(completedOn, expiresOn, today);
  if (reading.errors.length > 0 || completedOn === null) return reading.errors;
  const { line } = raw;
  const staffNumber = reading.text('staffNumber').toUpperCase();
  const [number, force] = [reading.text('number') || null, reading.text('force') || null];
  return { line, staffNumber, course: reading.text('course'), completedOn, expiresOn, level, number, force };
}

class Reading {
  readonly errors: PastError[] = [];

  constructor(
    private readonly raw: RawRow,
    private readonly columns: PastColumns,
  ) {}

  text(field: Field): string {
    return (this.raw.cells[field] ?? '').normalize('NFC');
  }

  needed(field: Field): void {
    if (this.text(field) === '') this.wrong(field, 'PAST_VALUE_MISSING');
  }

  notTooLong(): void {
    for (const [field, most] of Object.entries(LONGEST))
      if (this.text(field as Field).length > most)
        this.wrong(field as Field, 'PAST_VALUE_TOO_LONG', { most });
  }

  date(field: 'completedOn' | 'expiresOn'): CalendarDate | null {
    const text = this.text(field);
    if (text === '') return null;
    const date = dateIn(text, this.columns.dates);
    if (date === undefined) this.wrong(field, 'PAST_DATE_NOT_VALID');
    return date ?? null;
  }

  level(): number | null {
    const text = this.text('level');
    if (text === '') return null;
    if (/^[1-4]$/.test(text)) return Number(text);
    this.wrong('level', 'PAST_LEVEL_WRONG');
    return null;
  }

  inOrder(done: CalendarDate | null, end: CalendarDate | null, today: CalendarDate): void {
    if (done === null) return;
    if (done > today) this.wrong('completedOn', 'PAST_IN_FUTURE');
    if (end !== null && end < done) this.wrong('expiresOn', 'PAST_ENDS_BEFORE_IT_BEGINS');
  }

  wrong(field: Field, code: string, facts: Facts = {}): void {
    this.errors.push({ line: this.raw.line, column: this.columns[field], code, facts });
  }
}

/** A date that exists, in the form of the file; a time of day after it is let go. */
function dateIn(text: string, form: DateForm): CalendarDate | undefined {
  const [day = ''] = text.split(/[ T]/);
  if (form === 'iso') return parseCalendarDate(day);
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(day);
  if (parts === null) return undefined;
  const [, date = '', month = '', year = ''] = parts;
  return parseCalendarDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}
