import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { AwardId } from '../award/award.js';

/** The key under which a course without assessment counts its own completion as its only component. */
export const COMPLETION = 'completion';

/** One component as a published version declares it. */
export interface RequiredComponent {
  readonly key: string;
  /** `paper`, `observed practical` and so on. */
  readonly kind: string;
  readonly title: Words;
}

/** One component passed by a person, on the London date of the work, not of its marking. */
export interface Outcome {
  readonly componentKey: string;
  /** What shows it: the attempt, or the enrolment for a course without assessment. */
  readonly sourceId: string;
  readonly versionId: string;
  readonly passedOn: CalendarDate;
}

/** A component and whether the person has passed it in the cycle. */
export interface ComponentStatus extends RequiredComponent {
  readonly passed: boolean;
  readonly passedOn: CalendarDate | null;
}

/**
 * One person's way to one award: the components passed so far, and the award once there are enough. One document, so that
 * two components that arrive at the same moment wait for each other. A finished cycle never changes again.
 */
export interface Cycle {
  readonly personId: PersonId;
  readonly courseCode: string;
  /** From 1. */
  readonly cycle: number;
  readonly outcomes: readonly Outcome[];
  /** Null while components are missing. */
  readonly awardId: AwardId | null;
  readonly awardedOn: CalendarDate | null;
  /** The optimistic lock. */
  readonly revision: number;
}

/** The first cycle of a person in a course, or the one after a finished cycle. */
export function nextCycle(of: Pick<Cycle, 'personId' | 'courseCode'>, finished: Cycle | null): Cycle {
  return {
    personId: of.personId,
    courseCode: of.courseCode,
    cycle: (finished?.cycle ?? 0) + 1,
    outcomes: [],
    awardId: null,
    awardedOn: null,
    revision: 0,
  };
}

/**
 * CRT-05. Whether a pass opens the next cycle: the latest cycle has its award, and the work was done on a later day than
 * that award. A pass dated on or before it belongs to the finished cycle and changes nothing.
 */
export function opensNextCycle(latest: Cycle, passedOn: CalendarDate): boolean {
  return latest.awardedOn !== null && passedOn > latest.awardedOn;
}

/** CRT-04. The cycle with one more outcome. The first pass of a component in a cycle counts; another changes nothing. */
export function withOutcome(cycle: Cycle, passed: Outcome): Cycle {
  const { componentKey, sourceId, versionId, passedOn } = passed;
  const isKnown = cycle.outcomes.some((outcome) => outcome.componentKey === componentKey);
  if (isKnown || cycle.awardId !== null) return cycle;
  return { ...cycle, outcomes: [...cycle.outcomes, { componentKey, sourceId, versionId, passedOn }] };
}

/** CRT-04. What a version asks for: its components, or completion alone when it has none. */
export function requiredKeys(version: {
  readonly components: readonly { readonly key: string }[];
}): string[] {
  return version.components.length === 0 ? [COMPLETION] : version.components.map(({ key }) => key);
}

/** CRT-04, CRT-01. The day of the award: that of the last component needed; null while one is missing. */
export function completedOn(cycle: Cycle, required: readonly string[]): CalendarDate | null {
  const days = required.map(
    (key) => cycle.outcomes.find(({ componentKey }) => componentKey === key)?.passedOn,
  );
  return days.reduce<CalendarDate | null>(
    (last, day) => (day === undefined || last === null ? null : day > last ? day : last),
    days[0] ?? null,
  );
}

/** How a person stands in each component that the version asks for. */
export function statusOf(cycle: Cycle | null, required: readonly RequiredComponent[]): ComponentStatus[] {
  return required.map((component) => {
    const outcome = cycle?.outcomes.find(({ componentKey }) => componentKey === component.key);
    return { ...component, passed: outcome !== undefined, passedOn: outcome?.passedOn ?? null };
  });
}
