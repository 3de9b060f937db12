import type { PublishedVersion } from '@app/catalogue';
import { addMonths, type CalendarDate } from '@app/platform/clock/calendar.js';

/** The key under which a course without assessment counts its own completion as its only component. */
export const COMPLETION = 'completion';

/** What a person got in one component, once: an attempt, a work, an observation. */
export interface Outcome {
  readonly componentKey: string;
  /** What shows it: the attempt, the work, the observation, or the enrolment for a course without assessment. */
  readonly sourceId: string;
  readonly versionId: string;
  /** The London date of the work, not of its marking. */
  readonly on: CalendarDate;
  /** 0–100, with at most two decimals; null where nothing is graded. */
  readonly percent: number | null;
  readonly passed: boolean;
  /** False: it was voided, and counts neither as a pass nor with its percent. */
  readonly counts: boolean;
  /** When it came to be so: a correction that is older is none (CRT-56). */
  readonly asOf: Date;
}

/** Whether two outcomes are of the same piece of work. */
export function isSame(one: Source, other: Source): boolean {
  return one.sourceId === other.sourceId && one.componentKey === other.componentKey;
}

/** Which piece of work an outcome is of. */
export type Source = Pick<Outcome, 'sourceId' | 'componentKey'>;

/** How one component counts towards the award. */
export interface ComponentTerms {
  readonly key: string;
  /** Its share of the common mark, in percent; null for a hurdle. */
  readonly weight: number | null;
  /** For how many calendar months a result counts, its last day included; null: for as long as the cycle lasts. */
  readonly validityMonths: number | null;
}

/** What an award of a course version asks for. */
export interface AwardTerms {
  readonly components: readonly ComponentTerms[];
  /** What the weighted mean must reach, 0–100. */
  readonly passPercent: number;
}

/** CRT-04. What a version asks for: its components, or completion alone when it has none. */
export function termsOf(version: Pick<PublishedVersion, 'components' | 'assessment'>): AwardTerms {
  const { passPercent } = version.assessment;
  if (version.components.length === 0)
    return { components: [{ key: COMPLETION, weight: null, validityMonths: null }], passPercent };
  const components = version.components.map(({ key, hurdle, weight, validityMonths }) => ({
    ...{ key, weight: hurdle ? null : weight, validityMonths: validityMonths ?? null },
  }));
  return { components, passPercent };
}

/** CRT-53. The last day on which a result counts, included; null when its component sets none. */
export function countsUntil(
  on: CalendarDate,
  { validityMonths }: Pick<ComponentTerms, 'validityMonths'>,
): CalendarDate | null {
  return validityMonths === null ? null : addMonths(on, validityMonths);
}

/**
 * CRT-50, CRT-51, CRT-52. Whether these outcomes are enough for an award on a day: every hurdle passed, and the weighted mean of the
 * best percents at the pass mark or above it. Reckoned in whole numbers, so that nothing is rounded before the comparison.
 */
export function areEnough(outcomes: readonly Outcome[], terms: AwardTerms, day: CalendarDate): boolean {
  const counting = (component: ComponentTerms) =>
    outcomes.filter((outcome) => outcome.componentKey === component.key && isGood(outcome, component, day));
  const hurdles = terms.components.filter(({ weight }) => weight === null);
  if (!hurdles.every((hurdle) => counting(hurdle).some(({ passed }) => passed))) return false;
  const weighted = terms.components.flatMap((component) =>
    component.weight === null ? [] : [{ weight: component.weight, best: best(counting(component)) }],
  );
  const got = weighted.reduce((sum, { weight, best: percent }) => sum + weight * hundredths(percent ?? 0), 0);
  const whole = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return weighted.every(({ best: percent }) => percent !== null) && got >= whole * terms.passPercent * 100;
}

/** CRT-01, CRT-04. The first day on which the outcomes are enough, which is the day of one of them; null while they are not. */
export function completedOn(outcomes: readonly Outcome[], terms: AwardTerms): CalendarDate | null {
  const days = [...new Set(outcomes.map(({ on }) => on))].sort();
  return days.find((day) => areEnough(outcomes, terms, day)) ?? null;
}

/** CRT-52. The best percent there is; null when none was given. */
export function best(outcomes: readonly Pick<Outcome, 'percent'>[]): number | null {
  const percents = outcomes.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  return percents.length === 0 ? null : Math.max(...percents);
}

function isGood({ counts, on }: Outcome, component: ComponentTerms, day: CalendarDate): boolean {
  const until = countsUntil(on, component);
  return counts && on <= day && (until === null || day <= until);
}

function hundredths(percent: number): number {
  return Math.round(percent * 100);
}
