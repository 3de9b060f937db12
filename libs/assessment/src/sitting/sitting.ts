import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal } from '../refusals.js';

/** The most seats of one sitting. */
export const MOST_SEATS = 2000;
/** The shortest window where short ones are allowed: time to open it at all. */
const SHORTEST_SHOWN_MS = 5000;
const MINUTE_MS = 60_000;

export type SittingId = Id<'Sitting'>;
export type PlaceId = Id<'Place'>;
export type SittingState = 'SCHEDULED' | 'OPEN' | 'CLOSED' | 'CANCELLED';
export type SittingMode = 'ONLINE' | 'ROOM';

/** Who may take a place: these people, and everybody posted to these units or below. Both empty: the whole force. */
export interface Cohort {
  readonly unitIds: readonly string[];
  readonly personIds: readonly PersonId[];
}

/**
 * A scheduled opportunity to take one component of a course's assessment. `state` is what has been recorded; between
 * an instant and its record `stateAt` tells the truth, so rules ask that. Seats are counted in the document and moved
 * by one conditional update only; the places are documents of their own.
 */
export interface Sitting {
  readonly id: SittingId;
  readonly forceId: ForceId;
  readonly courseCode: string;
  readonly courseTitle: Words;
  readonly componentKey: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly limitMinutes: number;
  readonly seats: number;
  readonly placesTaken: number;
  readonly state: SittingState;
  readonly mode: SittingMode;
  /** Whether attempts start only with a code that its invigilators show (ASM-95). */
  readonly invigilated: boolean;
  readonly cohort: Cohort;
  readonly reminderAt: Date | null;
  readonly resultsReleasedAt: Date | null;
  /** For those who hold a place; null unless cancelled. */
  readonly cancelReason: string | null;
}

/** A person's place in a sitting. */
export interface Place {
  readonly id: PlaceId;
  readonly sittingId: SittingId;
  readonly personId: PersonId;
  readonly bookedAt: Date;
}

const transitions: Record<SittingState, readonly SittingState[]> = {
  SCHEDULED: ['OPEN', 'CLOSED', 'CANCELLED'],
  OPEN: ['CLOSED', 'CANCELLED'],
  CLOSED: [],
  CANCELLED: [],
};

/** Whether the table has that step: the due jobs ask before they move. */
export function canMove(from: SittingState, to: SittingState): boolean {
  return transitions[from].includes(to);
}

/** The sitting in its next state, or ASM-14 (over) / ASM-15 (cancelled). */
export function moveSitting(sitting: Sitting, to: SittingState): Sitting {
  if (canMove(sitting.state, to)) return { ...sitting, state: to };
  throw sitting.state === 'CANCELLED' ? refusal('SITTING_CANCELLED') : closed(sitting);
}

/** The state at an instant, whether or not it has been recorded. The opening instant belongs to the window, the closing one does not. */
export function stateAt(sitting: Pick<Sitting, 'state' | 'opensAt' | 'closesAt'>, now: Date): SittingState {
  if (sitting.state === 'CANCELLED') return 'CANCELLED';
  if (now >= sitting.closesAt) return 'CLOSED';
  return now >= sitting.opensAt ? 'OPEN' : 'SCHEDULED';
}

/** The refusal of what comes after the closing instant. */
export function closed(sitting: Pick<Sitting, 'closesAt'>) {
  return refusal('SITTING_CLOSED', { facts: { closesAt: sitting.closesAt } });
}

/** When a window, seats and reminder are asked for. */
interface SittingPlan {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly limitMinutes: number;
  readonly seats: number;
  readonly reminderAt: Date | null;
}

/** What a plan is judged by. `shortWindows`: the demonstration shows in a minute what takes an hour. */
export interface PlanGround {
  readonly now: Date;
  readonly shortWindows: boolean;
}

/** ASM-11, ASM-12, ASM-13: throws when the window, the seats or the reminder cannot be. */
export function checkPlan(plan: SittingPlan, { now, shortWindows }: PlanGround): void {
  const window = plan.closesAt.getTime() - plan.opensAt.getTime();
  const shortest = shortWindows ? SHORTEST_SHOWN_MS : plan.limitMinutes * MINUTE_MS;
  if (plan.opensAt <= now || window < shortest)
    throw refusal('SITTING_WINDOW', { facts: { limitMinutes: plan.limitMinutes }, field: 'opensAt' });
  if (!Number.isInteger(plan.seats) || plan.seats < 1 || plan.seats > MOST_SEATS)
    throw refusal('SITTING_SEATS', { facts: { most: MOST_SEATS }, field: 'seats' });
  if (plan.reminderAt !== null && plan.reminderAt <= now)
    throw refusal('REMINDER_TOO_LATE', { field: 'reminderMinutesBefore' });
}

/** The instant of a reminder so many minutes before the opening; null without one. */
export function reminderOf(opensAt: Date, minutesBefore: number | null): Date | null {
  return minutesBefore === null ? null : new Date(opensAt.getTime() - minutesBefore * MINUTE_MS);
}

/** ASM-14, ASM-15: throws unless places may still be booked or given up. */
export function takesBookings(sitting: Sitting, now: Date): void {
  const state = stateAt(sitting, now);
  if (state === 'CANCELLED') throw refusal('SITTING_CANCELLED');
  if (state === 'CLOSED') throw closed(sitting);
}

/** ASM-17: the reason as kept, or a refusal when there is none to speak of. */
export function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason.length < 3 || reason.length > 500) throw refusal('CANCEL_REASON_MISSING', { field: 'reason' });
  return reason;
}
