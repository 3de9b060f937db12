import { isSkillLevel, type SkillId } from '@app/framework';
import type { UnitId } from '@app/identity';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { refusal } from '../refusals.js';

/** The highest minimum that can be asked for. */
export const HIGHEST_MINIMUM = 10_000;

/**
 * How many people in a role, in date in a skill at a level, a unit (those below it included) must have at least. 0 asks
 * for nobody, and shows that somebody decided so.
 */
export interface MinimumCover {
  readonly unitId: UnitId;
  readonly roleId: string;
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
  /** A pattern of shifts that the force keeps; null: whatever their shift. */
  readonly shift: string | null;
  /** 0–10,000. */
  readonly minimum: number;
  /** Every minimum there was, and since when, oldest first; empty where nobody knows since when. */
  readonly history: readonly { readonly at: Date; readonly minimum: number }[];
  /** The optimistic lock; 0 while it is new. */
  readonly revision: number;
}

/** CAP-07. Refuses a level that cover is not counted at, and a minimum that is no number of people. */
export function minimumIsSensible({ level, minimum }: Pick<MinimumCover, 'level' | 'minimum'>): void {
  if (!isSkillLevel(level)) throw refusal('COVER_LEVEL_WRONG', { field: 'level' });
  if (!Number.isInteger(minimum) || minimum < 0 || minimum > HIGHEST_MINIMUM)
    throw refusal('COVER_MINIMUM_WRONG', { facts: { most: HIGHEST_MINIMUM }, field: 'minimum' });
}

/** CAP-35. What the minimum was at the end of a day in London; of days to come, what it is now. Null before there was one. */
export function minimumOn({ minimum, history }: MinimumCover, on: CalendarDate): number | null {
  if (history.length === 0) return minimum;
  return history.filter(({ at }) => londonDate(at) <= on).at(-1)?.minimum ?? null;
}
