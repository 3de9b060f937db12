import { refusal } from '../refusals.js';

/**
 * A pattern of shifts that a force keeps: its name as postings write it (that is who belongs to it) and its hours by London's
 * clocks. A pattern that ends at or before its start goes past midnight.
 */
export interface ShiftPattern {
  /** 1–100 characters. */
  readonly name: string;
  /** `HH:MM`. */
  readonly startsAt: string;
  /** `HH:MM`, not the start. */
  readonly endsAt: string;
}

const LONGEST_NAME = 100;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** CAP-33. The pattern as it is kept. Refuses what is no name or no time of day, and a shift of no length. */
export function shiftPattern({ name, startsAt, endsAt }: ShiftPattern): ShiftPattern {
  const kept = name.trim();
  if (kept === '' || kept.length > LONGEST_NAME || kept.includes(' + ') || kept === '*')
    throw refusal('COVER_SHIFT_NAME_WRONG', { facts: { most: LONGEST_NAME }, field: 'name' });
  if (!TIME.test(startsAt)) throw refusal('COVER_SHIFT_HOURS_WRONG', { field: 'startsAt' });
  if (!TIME.test(endsAt) || endsAt === startsAt)
    throw refusal('COVER_SHIFT_HOURS_WRONG', { field: 'endsAt' });
  return { name: kept, startsAt, endsAt };
}

/** Whether a tally of this shift, or of several held at once, counts people of a pattern. */
export function isOfShift(tallied: string, pattern: string): boolean {
  return tallied.split(' + ').includes(pattern);
}
