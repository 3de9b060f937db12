import {
  type Booking,
  type BookingState,
  type Session,
  type SessionStateNow,
  sessionStateAt,
} from '@app/assessment';
import type { Facts } from '@app/platform/refusal/refusal.js';
import type { MessageName } from '../template/declared.js';

/** What became of a seat, as the events of bookings say. */
export type SeatNews =
  | 'waits'
  | 'offered'
  | 'asked'
  | 'booked'
  | 'refused'
  | 'cancelled'
  | 'offer-lapsed'
  | 'request-lapsed'
  | 'absent';

/** The state of the booking, and perhaps of its session, in which a message about it is true. */
interface Truth {
  readonly booking: BookingState;
  readonly session?: SessionStateNow;
}

const TO_COME = { session: 'PLANNED' } as const;

/** NTF-41. While what a message of a booking is true. What is over may be told late; what is to come only beforehand. */
const TRUE_WHILE = {
  'seat-waiting': { booking: 'WAITING', ...TO_COME },
  'seat-offered': { booking: 'OFFERED', ...TO_COME },
  'seat-asked': { booking: 'ASKED', ...TO_COME },
  'approval-wanted': { booking: 'ASKED', ...TO_COME },
  'seat-booked': { booking: 'BOOKED', ...TO_COME },
  'seat-approved': { booking: 'BOOKED', ...TO_COME },
  'session-soon': { booking: 'BOOKED', ...TO_COME },
  'seat-refused': { booking: 'REFUSED' },
  'seat-released': { booking: 'CANCELLED' },
  'session-cancelled': { booking: 'CANCELLED' },
  'offer-lapsed': { booking: 'LAPSED' },
  'request-lapsed': { booking: 'LAPSED' },
  'seat-absent': { booking: 'ABSENT' },
} as const satisfies Partial<Record<MessageName, Truth>>;

export type SeatMessage = keyof typeof TRUE_WHILE;

const MESSAGES: Readonly<Record<Exclude<SeatNews, 'booked' | 'cancelled'>, SeatMessage>> = {
  waits: 'seat-waiting',
  offered: 'seat-offered',
  asked: 'seat-asked',
  refused: 'seat-refused',
  'offer-lapsed': 'offer-lapsed',
  'request-lapsed': 'request-lapsed',
  absent: 'seat-absent',
};

/** Whether it is a message about one booking. */
export function isOfSeat(message: MessageName): message is SeatMessage {
  return message in TRUE_WHILE;
}

/** NTF-40. What the person is told of their own booking. */
export function messageOf(news: SeatNews, booking: Pick<Booking, 'decidedBy' | 'wasHeld'>): SeatMessage {
  if (news === 'booked') return booking.decidedBy === null ? 'seat-booked' : 'seat-approved';
  if (news === 'cancelled') return booking.wasHeld === null ? 'seat-released' : 'session-cancelled';
  return MESSAGES[news];
}

/** NTF-41. Whether a message about a booking is true at an instant. An offer is none any more at its lapse. */
export function isTrueOf(
  message: SeatMessage,
  { booking, session }: { readonly booking: Booking; readonly session: Session },
  now: Date,
): boolean {
  const truth: Truth = TRUE_WHILE[message];
  if (booking.state !== truth.booking) return false;
  if (truth.session !== undefined && sessionStateAt(session, now) !== truth.session) return false;
  return message !== 'seat-offered' || booking.lapsesAt === null || now < booking.lapsesAt;
}

/** What a message about a booking says: times and ids, never a name or a reason. */
export function factsOf(booking: Booking, { kind, startsAt, endsAt }: Session): Facts {
  const { id: bookingId, lapsesAt, wasHeld, insteadOf } = booking;
  const said = { held: wasHeld === true ? 'yes' : 'no', instead: insteadOf === null ? 'no' : 'yes' };
  return { bookingId, kind, startsAt, endsAt, ...said, ...(lapsesAt !== null && { lapsesAt }) };
}

/** NTF-42. The instant by which a message is of use: the lapse of an offer, otherwise the beginning of the session. */
export function latestOf(message: SeatMessage, booking: Booking, session: Session): Date {
  return message === 'seat-offered' ? (booking.lapsesAt ?? session.startsAt) : session.startsAt;
}
