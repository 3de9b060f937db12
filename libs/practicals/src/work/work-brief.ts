import type { AllowedAdjustment } from '@app/assessment';
import type { WorkTerms } from './work.js';

/** What works need of a component's brief. */
export interface WorkBrief
  extends Pick<WorkTerms, 'briefId' | 'tasks' | 'skillId' | 'level' | 'passPercent' | 'coolDownHours'> {
  /** How often it may be handed in, before adjustments. */
  readonly maxAttempts: number;
}

/** Where the briefs of works come from: the brief folder provides it, so that works need not know how briefs are kept. */
export abstract class WorkBriefs {
  /** The brief in force for a component that is written or filed; null when there is none. */
  abstract current(courseCode: string, componentKey: string): Promise<WorkBrief | null>;
}

/** What a work obeys from its start, by the brief, the enrolment's due date and the person's adjustments. */
export function termsOf(
  brief: WorkBrief,
  dueOn: WorkTerms['dueOn'],
  adjustment: AllowedAdjustment | null,
): WorkTerms {
  const { briefId, tasks, skillId, level, passPercent, maxAttempts, coolDownHours } = brief;
  return {
    ...{ briefId, tasks, skillId, level, passPercent, coolDownHours, dueOn },
    maxAttempts: maxAttempts + (adjustment?.extraAttempts ?? 0),
    adjustment:
      adjustment === null
        ? null
        : { multiplier: adjustment.multiplier, extraMinutes: adjustment.extraMinutes },
  };
}
