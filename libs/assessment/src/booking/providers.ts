import { CalendarRepository } from '../calendar/calendar.repository.js';
import { CALENDAR, calendarSchema } from '../calendar/calendar.schema.js';
import { RenewCalendar, RevokeCalendar } from '../calendar/calendar-address.js';
import { CalendarFeed } from '../calendar/calendar-feed.js';
import { AddSession, SittingOfSession } from '../session/add-session.js';
import { CancelSession, FreeSession } from '../session/cancel-session.js';
import { HoldRepository } from '../session/hold.repository.js';
import { RoomRepository } from '../session/room.repository.js';
import { SaveRoom } from '../session/save-room.js';
import { ScheduleSession, SessionGround, Trainers } from '../session/schedule-session.js';
import { SessionReader } from '../session/session.reader.js';
import { SessionRepository } from '../session/session.repository.js';
import { HOLD, holdSchema, ROOM, roomSchema, SESSION, sessionSchema } from '../session/session.schema.js';
import { AbstractionRepository } from './abstraction.repository.js';
import {
  ABSTRACTION,
  ABSTRACTION_DAY,
  ABSTRACTION_LIMIT,
  abstractionDaySchema,
  abstractionSchema,
  limitSchema,
} from './abstraction.schema.js';
import { AbstractionLedger } from './abstraction-ledger.js';
import { BookSeat, JoinWaitingList, OpenTo } from './book-seat.js';
import { AbstractionReader, BookingReader } from './booking.reader.js';
import { BookingRepository } from './booking.repository.js';
import { BOOKING, bookingSchema, SWAP, swapSchema, TERMS, termsSchema } from './booking.schema.js';
import { CancelBookings } from './cancel-bookings.js';
import { ApproveBooking, DecideBooking, Deciders } from './decide-booking.js';
import { Lapses } from './lapse.js';
import { LapseBooking } from './lapse-booking.js';
import { LimitRepository } from './limit.repository.js';
import { OfferSeat } from './offer-seat.js';
import { AcceptOffer, CancelBooking, DeclineOffer, WithOwnBooking } from './own-booking.js';
import { PassSeatOn } from './pass-seat-on.js';
import { PersonTime } from './person-time.js';
import { RebookSession } from './rebook-session.js';
import { RecordAttendance } from './record-attendance.js';
import { SetAbstractionLimit, SetBookingTerms } from './set-terms.js';
import { SettleSeat } from './settle-seat.js';
import { SwapRepository } from './swap.repository.js';
import { AgreeSwap, OfferSwap, SwapSides, WithdrawSwap } from './swap-seats.js';
import { TermsRepository } from './terms.repository.js';

/** What sessions, bookings and calendars keep in the database. */
export const bookingModels = [
  { name: SESSION, schema: sessionSchema },
  { name: ROOM, schema: roomSchema },
  { name: HOLD, schema: holdSchema },
  { name: BOOKING, schema: bookingSchema },
  { name: SWAP, schema: swapSchema },
  { name: TERMS, schema: termsSchema },
  { name: ABSTRACTION, schema: abstractionSchema },
  { name: ABSTRACTION_DAY, schema: abstractionDaySchema },
  { name: ABSTRACTION_LIMIT, schema: limitSchema },
  { name: CALENDAR, schema: calendarSchema },
];

/** Their repositories and steps, for this lib only. */
export const bookingSteps = [
  ...[
    AbstractionLedger,
    AbstractionRepository,
    AddSession,
    ApproveBooking,
    BookingRepository,
    CalendarRepository,
  ],
  ...[CancelBookings, Deciders, FreeSession, HoldRepository, Lapses, LimitRepository, OfferSeat, OpenTo],
  ...[PassSeatOn, PersonTime, RoomRepository, SessionGround, SessionRepository, SettleSeat, SittingOfSession],
  ...[SwapRepository, SwapSides, TermsRepository, Trainers, WithOwnBooking],
];

/** What the edges call. */
export const bookingUseCases = [
  ...[AbstractionReader, AcceptOffer, AgreeSwap, BookingReader, BookSeat, CalendarFeed, CancelBooking],
  ...[CancelSession, DecideBooking, DeclineOffer, JoinWaitingList, LapseBooking, OfferSwap, RebookSession],
  ...[RecordAttendance, RenewCalendar, RevokeCalendar, SaveRoom, ScheduleSession, SessionReader],
  ...[SetAbstractionLimit, SetBookingTerms, WithdrawSwap],
];
