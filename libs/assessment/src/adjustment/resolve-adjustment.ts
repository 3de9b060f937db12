import type { AllowedAdjustment } from './adjusted-time.js';
import { type Adjustment, type AdjustmentFields, LEVELS, TEXT_SIZES } from './adjustment.js';

/**
 * ASM-83: what several adjustments come to: field by field, what the narrowest level says that says anything (attempt,
 * person and assessment, person, group); among several of that level the most generous. Null when none says anything.
 * Extra attempts count only in the enrolment they were granted for (ASM-86).
 */
export function resolveAdjustments(
  counting: readonly Adjustment[],
  enrolmentId: string | null,
): AllowedAdjustment | null {
  if (counting.length === 0) return null;
  const said = <Name extends keyof AdjustmentFields>(name: Name) => narrowest(counting, name);
  const attempts = narrowest(
    counting.filter((adjustment) => adjustment.enrolmentId === enrolmentId),
    'extraAttempts',
  );
  const sizes = said('textSize').map((size) => TEXT_SIZES.indexOf(size));
  const helpers = new Set(said('readerOrScribe'));
  return {
    multiplier: Math.max(1, ...said('multiplier')),
    extraMinutes: Math.max(0, ...said('extraMinutes')),
    restMinutes: Math.max(0, ...said('restMinutes')),
    extraAttempts: Math.max(0, ...attempts),
    format: {
      textSize: TEXT_SIZES[Math.max(-1, ...sizes)] ?? null,
      pageColours: said('pageColours').at(-1) ?? null,
      language: said('language').at(-1) ?? null,
      readerOrScribe: helpers.size > 1 ? 'READER_AND_SCRIBE' : ([...helpers][0] ?? null),
      screenReader: said('screenReader').includes(true),
      separateRoom: said('separateRoom').includes(true),
    },
    from: counting.map(({ id }) => id),
  };
}

/** What the narrowest level that says anything of a field says of it, in the order of granting. */
function narrowest<Name extends keyof AdjustmentFields>(
  counting: readonly Adjustment[],
  name: Name,
): NonNullable<AdjustmentFields[Name]>[] {
  for (const level of LEVELS) {
    const said = counting
      .filter((adjustment) => adjustment.level === level)
      .map(({ fields }) => fields[name])
      .filter((value): value is NonNullable<AdjustmentFields[Name]> => value !== null);
    if (said.length > 0) return said;
  }
  return [];
}
