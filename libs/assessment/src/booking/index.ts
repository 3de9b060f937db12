export { RenewCalendar, RevokeCalendar } from '../calendar/calendar-address.js';
export { CalendarFeed } from '../calendar/calendar-feed.js';
export { CancelSession } from '../session/cancel-session.js';
export { roomSaved, sessionCancelled, sessionScheduled } from '../session/events.js';
export { sessionPermissions } from '../session/permissions.js';
export { SaveRoom } from '../session/save-room.js';
export { ScheduleSession } from '../session/schedule-session.js';
export {
  type Room,
  type RoomId,
  SESSION_KINDS,
  type Session,
  type SessionId,
  type SessionKind,
  type SessionStateNow,
  sessionStateAt,
} from '../session/session.js';
export { SessionReader } from '../session/session.reader.js';
export type { AbstractionMonth } from './abstraction.repository.js';
export { BookSeat, JoinWaitingList } from './book-seat.js';
export { BOOKING_STATES, type Booking, type BookingId, type BookingState } from './booking.js';
export { AbstractionReader, BookingReader } from './booking.reader.js';
export { DecideBooking } from './decide-booking.js';
export * from './events.js';
export { LapseBooking } from './lapse-booking.js';
export type { AbstractionLimit } from './limit.repository.js';
export { AcceptOffer, CancelBooking, DeclineOffer } from './own-booking.js';
export { RebookSession } from './rebook-session.js';
export { mustRun, RecordAttendance } from './record-attendance.js';
export { SetAbstractionLimit, SetBookingTerms } from './set-terms.js';
export type { Swap, SwapId } from './swap.repository.js';
export { AgreeSwap, OfferSwap, WithdrawSwap } from './swap-seats.js';
export type { BookingTerms } from './terms.repository.js';
