import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import type { Session } from '../session/session.js';
import type { Booking, BookingState } from './booking.js';
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
  REFUSED: bookingRefused,
  CANCELLED: bookingCancelled,
  WAITING: bookingWaits,
  DECLINED: bookingDeclined,
} as const;

/** What of a booking its event says besides the state in which it now is. */
interface About extends Pick<Session, 'courseCode'> {
  /** The state before, where that matters. */
  readonly was?: BookingState;
  readonly bySwap?: true;
}

/** Announces the state in which a booking now is; attendance is announced where it is recorded. */
export function tell(announce: Announce, booking: Booking, about: About): void {
  const event = eventOf(booking, about);
  if (event !== null) announce(event);
}

function eventOf({ id: bookingId, sessionId, personId, state, ...booking }: Booking, about: About) {
  const { courseCode, was, bySwap } = about;
  const of = { bookingId, sessionId, personId, courseCode };
  const payload = booking.reason === null ? {} : { payload: { reason: booking.reason } };
  if (state === 'OFFERED') return bookingOffered({ ...of, lapsesAt: booking.lapsesAt?.toISOString() ?? '' });
  if (state === 'BOOKED') return bookingBooked({ ...of, ...(bySwap && { bySwap }) });
  if (state === 'LAPSED') return bookingLapsed({ ...of, was: was === 'ASKED' ? 'ASKED' : 'OFFERED' });
  return isOfAttendance(state) ? null : KINDS[state](of, payload);
}

function isOfAttendance(state: BookingState): state is 'ATTENDED' | 'ABSENT' {
  return state === 'ATTENDED' || state === 'ABSENT';
}
