import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import type { Session } from '../session/session.js';
import type { Booking } from './booking.js';
import {
  bookingAsked,
  bookingBooked,
  bookingCancelled,
  bookingDeclined,
  bookingLapsed,
  bookingOffered,
  bookingRefused,
  bookingWaits,
} from './events.js';

const KINDS = {
  ASKED: bookingAsked,
  BOOKED: bookingBooked,
  REFUSED: bookingRefused,
  CANCELLED: bookingCancelled,
  WAITING: bookingWaits,
  DECLINED: bookingDeclined,
  LAPSED: bookingLapsed,
} as const;

/** Announces the state in which a booking now is; attendance is announced where it is recorded. */
export function tell(announce: Announce, booking: Booking, session: Pick<Session, 'courseCode'>): void {
  const { id: bookingId, sessionId, personId, state, reason, lapsesAt } = booking;
  const of = { bookingId, sessionId, personId, courseCode: session.courseCode };
  if (state === 'OFFERED') announce(bookingOffered({ ...of, lapsesAt: lapsesAt?.toISOString() ?? '' }));
  else if (state !== 'ATTENDED' && state !== 'ABSENT')
    announce(KINDS[state](of, reason === null ? {} : { payload: { reason } }));
}
