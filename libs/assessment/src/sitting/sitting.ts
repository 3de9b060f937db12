import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal } from '../refusals.js';

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
  readonly cohort: Cohort;
  readonly reminderAt: Date | null;
  readonly resultsReleasedAt: Date | null;
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
