import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { Refusal } from '@app/platform/refusal/refusal.js';
import {
  type AdjustmentFields,
  type AdjustmentTarget,
  PAGE_COLOURS,
  READERS,
  TEXT_SIZES,
} from './adjustment.js';
import { refusal } from './refusals.js';

const MOST = { extraMinutes: 240, restMinutes: 120, extraAttempts: 5 } as const;
const HIGHEST_MULTIPLIER = 4;

/** Fields that say nothing. */
export const NO_FIELDS: AdjustmentFields = {
  multiplier: null,
  extraMinutes: null,
  restMinutes: null,
  extraAttempts: null,
  textSize: null,
  pageColours: null,
  language: null,
  readerOrScribe: null,
  screenReader: null,
  separateRoom: null,
};

/** ASM-80: throws unless an adjustment says something, and nothing that cannot be. */
export function checkFields(fields: AdjustmentFields): void {
  const { multiplier } = fields;
  if (Object.values(fields).every((value) => value === null)) throw malformed('fields');
  if (multiplier !== null && !isMultiplier(multiplier)) throw malformed('multiplier');
  for (const name of ['extraMinutes', 'restMinutes', 'extraAttempts'] as const) {
    const value = fields[name];
    if (value !== null && !(Number.isInteger(value) && value >= 0 && value <= MOST[name]))
      throw malformed(name);
  }
  oneOf('textSize', fields.textSize, TEXT_SIZES);
  oneOf('pageColours', fields.pageColours, PAGE_COLOURS);
  oneOf('language', fields.language, ['en', 'cy']);
  oneOf('readerOrScribe', fields.readerOrScribe, READERS);
}

/** ASM-80: throws when the last day lies before the first. */
export function checkPeriod(validFrom: CalendarDate, validTo: CalendarDate | null): void {
  if (validTo !== null && validTo < validFrom) throw refusal('ADJUSTMENT_DATES', { field: 'validTo' });
}

/** ASM-86: extra attempts are for one assessment of one person; throws when they are asked for anywhere else. */
export function checkExtraAttempts(fields: AdjustmentFields, target: AdjustmentTarget): void {
  if ((fields.extraAttempts ?? 0) > 0 && target.level !== 'ASSESSMENT')
    throw refusal('EXTRA_ATTEMPTS_UNPLACED', { field: 'extraAttempts' });
}

/** ASM-88: a reason as kept, or a refusal when there is none to speak of. */
export function adjustmentReason(text: string): string {
  const reason = text.trim();
  if (reason.length < 3 || reason.length > 2000)
    throw refusal('ADJUSTMENT_REASON_MISSING', { field: 'reason' });
  return reason;
}

function isMultiplier(value: number): boolean {
  const hundredths = value * 100;
  if (Math.abs(hundredths - Math.round(hundredths)) > 1e-9) return false;
  return value >= 1 && value <= HIGHEST_MULTIPLIER;
}

function oneOf(name: string, value: string | null, known: readonly string[]): void {
  if (value !== null && !known.includes(value)) throw malformed(name);
}

function malformed(field: string): Refusal {
  return refusal('ADJUSTMENT_MALFORMED', { field });
}
