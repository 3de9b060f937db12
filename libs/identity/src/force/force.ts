import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { refusal } from '../refusals.js';

/** What sort of body a force is. `college` is the College of Policing, which writes and publishes. */
export type ForceKind =
  | 'territorial'
  | 'territorial-other'
  | 'special'
  | 'agency'
  | 'crown-dependency'
  | 'service-police'
  | 'college';

/**
 * A force is the tenant: a police force or another body, the College of Policing included. It is reference data with
 * effective dates, because forces merge: a merged force keeps its records and names its successor. There is no list of
 * forces in the code, and no count of them to rely on.
 */
export interface Force {
  readonly id: ForceId;
  /** Stable lower-case key: `dyfed-powys`. */
  readonly slug: string;
  readonly name: Words;
  readonly shortCode: string;
  readonly kind: ForceKind;
  /** Whether its people are owed every text in Welsh as well as English. */
  readonly bilingual: boolean;
  /** First and last day of its existence; null where nobody has given one. */
  readonly effectiveFrom: CalendarDate | null;
  readonly effectiveTo: CalendarDate | null;
  readonly mergedInto: ForceId | null;
}

/** Refuses a force that ends before it begins (IDN-01). */
export function forceEndsAfterItBegins(force: Pick<Force, 'effectiveFrom' | 'effectiveTo'>): void {
  if (force.effectiveFrom !== null && force.effectiveTo !== null && force.effectiveTo < force.effectiveFrom) {
    throw refusal('DATES_REVERSED', { field: 'effectiveTo' });
  }
}
