import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { Adjustment, AdjustmentFields, AdjustmentTarget } from './adjustment.js';

/** Whether two adjustments say the same of the same. */
export function saysTheSame(
  one: Pick<Adjustment, 'fields' | 'validFrom' | 'validTo'> & AdjustmentTarget,
  other: {
    target: AdjustmentTarget;
    fields: AdjustmentFields;
    validFrom: CalendarDate;
    validTo: CalendarDate | null;
  },
): boolean {
  const { level, personId, groupId, courseCode, componentKey, attemptId } = one;
  return (
    isDeepStrictEqual({ level, personId, groupId, courseCode, componentKey, attemptId }, other.target) &&
    isDeepStrictEqual({ ...one.fields }, { ...other.fields }) &&
    one.validFrom === other.validFrom &&
    one.validTo === other.validTo
  );
}
