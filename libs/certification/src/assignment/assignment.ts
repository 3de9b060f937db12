import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { AssignmentRuleId } from './assignment-rule.js';

export type AssignmentId = Id<'Assignment'>;

/** What somebody decided where too little time was left (CRT-66). */
export type ExceptionAnswer = 'ASSIGN_ANYWAY' | 'REALISTIC_DATE' | 'DO_NOT_ASSIGN';

/** Too little time was left. `answer` null: nobody has decided yet, and nobody is asked until then. */
export interface TimeException {
  /** Days that were left when the rule caught the person; below 0: the date had passed. */
  readonly daysLeft: number;
  readonly answer: ExceptionAnswer | null;
  /** Of REALISTIC_DATE: the date set instead. */
  readonly dueOn: CalendarDate | null;
  readonly by: PersonId | null;
}

/** One rule’s reason to ask a person to hold a certification. */
export interface Origin {
  readonly ruleId: AssignmentRuleId;
  readonly version: number;
  /** The day on which the rule caught the person. */
  readonly on: CalendarDate;
  readonly dueOn: CalendarDate | null;
  /** The day on which the person had left the audience; null while they are in it. */
  readonly endedOn: CalendarDate | null;
  readonly exception: TimeException | null;
}

/** `assigned`: somebody asks. `held-back`: too little time, undecided or decided against. `ended`: no rule asks any longer. */
export type AssignmentState = 'assigned' | 'held-back' | 'ended';

/** CRT-65. All that rules ask of one person about one certification: one record, every origin, the strictest date. */
export interface Assignment {
  readonly id: AssignmentId;
  readonly personId: PersonId;
  readonly code: string;
  readonly origins: readonly Origin[];
  readonly state: AssignmentState;
  readonly dueOn: CalendarDate | null;
  /** The last valid day of the person's award as it was last known; null: none. For lists of who is late. */
  readonly heldTo: CalendarDate | null;
  /** The optimistic lock; 0 before it is first saved. */
  readonly revision: number;
}

/** Whether an origin asks for the certification today. */
export function isAsking({ endedOn, exception }: Origin): boolean {
  if (endedOn !== null) return false;
  return exception === null || exception.answer === 'ASSIGN_ANYWAY' || exception.answer === 'REALISTIC_DATE';
}

/** The date by which an origin asks. */
export function askedBy({ dueOn, exception }: Origin): CalendarDate | null {
  return exception?.answer === 'REALISTIC_DATE' ? exception.dueOn : dueOn;
}

/** CRT-65. The assignment with state and strictest date as its origins give them. */
export function settled(assignment: Assignment, origins: readonly Origin[]): Assignment {
  const asking = origins.filter(isAsking);
  const dates = asking.flatMap((origin) => askedBy(origin) ?? []).sort();
  const isLive = origins.some(({ endedOn }) => endedOn === null);
  const state = asking.length > 0 ? 'assigned' : isLive ? 'held-back' : 'ended';
  return { ...assignment, origins, state, dueOn: dates[0] ?? null };
}
