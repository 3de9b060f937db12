import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { SessionId } from '../session/session.js';
import { refusal } from './refusals.js';

export type BookingId = Id<'Booking'>;

/**
 * WAITING has no seat. OFFERED keeps one for a while; ASKED keeps one until somebody decides; BOOKED has one. The others are over,
 * ATTENDED and ABSENT with the seat used.
 */
export const BOOKING_STATES = [
  ...(['WAITING', 'OFFERED', 'ASKED', 'BOOKED', 'ATTENDED', 'ABSENT'] as const),
  ...(['REFUSED', 'CANCELLED', 'DECLINED', 'LAPSED'] as const),
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** Somebody's seat in a session, or their wish for one. */
export interface Booking {
  readonly id: BookingId;
  readonly forceId: ForceId;
  readonly sessionId: SessionId;
  readonly personId: PersonId;
  readonly state: BookingState;
  /** When the person asked or began to wait: the order of the waiting list and of rebooking. */
  readonly askedAt: Date;
  /** Until when the offer stands, or the request may be decided; null otherwise. */
  readonly lapsesAt: Date | null;
  /** Why it was refused or cancelled, for the person; null otherwise. */
  readonly reason: string | null;
  readonly decidedBy: PersonId | null;
  /** The booking in a cancelled session that this one is offered for; null otherwise. */
  readonly insteadOf: BookingId | null;
  /** Whether it kept a seat when its session was cancelled; null when it was not. */
  readonly wasHeld: boolean | null;
  /** Grows with every change that a calendar shows. */
  readonly sequence: number;
  readonly changedAt: Date;
}

const transitions: Record<BookingState, readonly BookingState[]> = {
  WAITING: ['OFFERED', 'CANCELLED'],
  OFFERED: ['ASKED', 'BOOKED', 'DECLINED', 'LAPSED', 'CANCELLED'],
  ASKED: ['BOOKED', 'REFUSED', 'LAPSED', 'CANCELLED'],
  BOOKED: ['ASKED', 'ATTENDED', 'ABSENT', 'CANCELLED'],
  ATTENDED: ['ABSENT'],
  ABSENT: ['ATTENDED'],
  REFUSED: [],
  CANCELLED: [],
  DECLINED: [],
  LAPSED: [],
};

/** Whether it is still somebody's seat, or wish: there is one such of a person and a session. */
export function isLive(state: BookingState): boolean {
  return !['REFUSED', 'CANCELLED', 'DECLINED', 'LAPSED'].includes(state);
}

/** Whether it keeps a seat of the session. */
export function keepsSeat(state: BookingState): boolean {
  return ['OFFERED', 'ASKED', 'BOOKED', 'ATTENDED', 'ABSENT'].includes(state);
}

/** Whether the person's time is taken by it: they are expected, or may be. */
export function takesTime(state: BookingState): boolean {
  return ['ASKED', 'BOOKED', 'ATTENDED', 'ABSENT'].includes(state);
}

/** The booking in its next state, or ASM-194. What was said of the state before goes. */
export function moveBooking(
  booking: Booking,
  to: BookingState,
  more: Partial<Booking> & { changedAt: Date },
): Booking {
  if (!transitions[booking.state].includes(to)) throw refusal('BOOKING_NOT_HELD');
  const { sequence } = booking;
  return { ...booking, lapsesAt: null, reason: null, ...more, state: to, sequence: sequence + 1 };
}
