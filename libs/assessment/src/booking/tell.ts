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
export function tell(announce: Announce, booking: Booking, { courseCode, was, bySwap }: About): void {
  const { id: bookingId, sessionId, personId, state, reason, lapsesAt } = booking;
  const of = { bookingId, sessionId, personId, courseCode };
  if (state === 'OFFERED') announce(bookingOffered({ ...of, lapsesAt: lapsesAt?.toISOString() ?? '' }));
  else if (state === 'BOOKED') announce(bookingBooked({ ...of, ...(bySwap && { bySwap }) }));
  else if (state === 'LAPSED') announce(bookingLapsed({ ...of, was: was === 'ASKED' ? 'ASKED' : 'OFFERED' }));
  else if (state !== 'ATTENDED' && state !== 'ABSENT')
    announce(KINDS[state](of, reason === null ? {} : { payload: { reason } }));
}
