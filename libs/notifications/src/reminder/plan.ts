import { SESSION_KINDS, type SessionKind } from '@app/assessment';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { MessageName } from '../template/declared.js';

/** The plan of a seat in each kind of session. */
export const SEAT_PLANS = {
  ASSESSMENT: 'seat-assessment',
  CLASSROOM: 'seat-classroom',
  LIVE_EXERCISE: 'seat-live-exercise',
  WORKPLACE: 'seat-workplace',
} as const satisfies Record<SessionKind, string>;

/** The kind of session of a seat's plan; null of any other. */
export function sessionKindOf(kind: ReminderKind): SessionKind | null {
  return SESSION_KINDS.find((each) => SEAT_PLANS[each] === kind) ?? null;
}

/** What people are reminded of. `certification-due`: to be held for the first time. `approval`: a booking to be decided. */
export type ReminderKind =
  | ('course-due' | 'certification' | 'certification-due' | 'sitting' | 'approval')
  | (typeof SEAT_PLANS)[SessionKind];

/** Up the line: the person; their line manager; the manager's manager. */
export type Level = 0 | 1 | 2;

/** One step of a plan. */
export interface PlannedStep {
  /** Its name, for ever: part of the key under which it happens once. */
  readonly key: string;
  /** What it counts from: the day the window opens, the due day (the last valid one), or another step of the plan. */
  readonly from: 'opens' | 'due' | { readonly step: string };
  /** Days on duty after it; before it when negative. 0: that day, or the next on duty. */
  readonly days: number;
  readonly level: Level;
  readonly message: MessageName;
}

/** The steps of a reminder, in the order in which they fall, and what is told at once when some lie in the past at the first planning. */
export interface Plan {
  readonly steps: readonly PlannedStep[];
  /** `latest`: only the latest of the past. `none`: nothing, because the person knows: they have just booked. */
  readonly past: 'latest' | 'none';
}

function before(days: number, message: MessageName): PlannedStep {
  return { key: `before-${days}`, from: 'due', days: -days, level: 0, message };
}

/** The person on the first day too late; each further level after its own pause. */
function overdue(message: MessageName): readonly PlannedStep[] {
  return [
    { key: 'overdue', from: 'due', days: 1, level: 0, message },
    { key: 'line-1', from: { step: 'overdue' }, days: 3, level: 1, message },
    { key: 'line-2', from: { step: 'line-1' }, days: 7, level: 2, message },
  ];
}

const onceDue = (soon: MessageName, late: MessageName): Plan => ({
  steps: [before(14, soon), before(7, soon), before(1, soon), ...overdue(late)],
  past: 'latest',
});

/** NTF-46. So many days before a session that somebody has just booked themselves. */
function seat(...days: readonly number[]): Plan {
  return { steps: days.map((each) => before(each, 'session-soon')), past: 'none' };
}

/** NTF-17, NTF-46, NTF-47. The plan of each kind. */
export const PLANS: Readonly<Record<ReminderKind, Plan>> = {
  'course-due': onceDue('course-due-soon', 'course-overdue'),
  'certification-due': onceDue('certification-due-soon', 'certification-overdue'),
  certification: {
    steps: [
      { key: 'opened', from: 'opens', days: 0, level: 0, message: 'renewal-open' },
      before(28, 'renewal-soon'),
      before(7, 'renewal-soon'),
      ...overdue('certification-expired'),
    ],
    past: 'latest',
  },
  sitting: { steps: [before(7, 'sitting-soon'), before(1, 'sitting-soon')], past: 'none' },
  'seat-assessment': seat(7, 1),
  'seat-classroom': seat(7, 1),
  'seat-live-exercise': seat(14, 7, 1),
  'seat-workplace': seat(1),
  approval: {
    steps: [
      { key: 'line-1', from: 'opens', days: 2, level: 1, message: 'approval-wanted' },
      { key: 'line-2', from: { step: 'line-1' }, days: 3, level: 2, message: 'approval-wanted' },
    ],
    past: 'latest',
  },
};

/** The days that a plan counts from. */
export interface Anchors {
  readonly opensOn: CalendarDate | null;
  readonly dueOn: CalendarDate;
}

/** The step of a kind by its key. Throws when there is none: keys are never taken out of a plan. */
export function stepOf(kind: ReminderKind, key: string): PlannedStep {
  const step = PLANS[kind].steps.find((each) => each.key === key);
  if (step === undefined) throw new Error(`No step ${key} of ${kind}`);
  return step;
}
