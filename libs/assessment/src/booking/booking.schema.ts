import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { SessionId } from '../session/session.js';
import { type Booking, type BookingId, type BookingState, isLive } from './booking.js';

export const BOOKING = 'Booking';
export const SWAP = 'Swap';
export const TERMS = 'BookingTerms';

/** A booking as the database holds it. */
export interface StoredBooking {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  sessionId: Types.ObjectId;
  personId: Types.ObjectId;
  state: BookingState;
  /** Absent once it is over. */
  live?: true;
  askedAt: Date;
  lapsesAt: Date | null;
  reason: string | null;
  decidedBy: Types.ObjectId | null;
  insteadOf: Types.ObjectId | null;
  wasHeld: boolean | null;
  sequence: number;
  changedAt: Date;
}

/** The wish of two people to swap, as the database holds it. */
export interface StoredSwap {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  bookingId: Types.ObjectId;
  otherBookingId: Types.ObjectId;
  state: 'OFFERED' | 'AGREED' | 'WITHDRAWN';
}

/** How bookings go in a force. */
export interface StoredTerms {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  approval: 'NONE' | 'LINE_MANAGER';
  offerHours: number;
}

const { ObjectId } = Schema.Types;

export const bookingSchema = new Schema<StoredBooking>(
  {
    forceId: { type: ObjectId, required: true },
    sessionId: { type: ObjectId, required: true },
    personId: { type: ObjectId, required: true },
    state: { type: String, required: true },
    live: { type: Boolean },
    askedAt: { type: Date, required: true },
    lapsesAt: { type: Date, default: null },
    reason: { type: String, default: null },
    decidedBy: { type: ObjectId, default: null },
    insteadOf: { type: ObjectId, default: null },
    wasHeld: { type: Boolean, default: null },
    sequence: { type: Number, required: true },
    changedAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'bookings' },
);
// BookingRepository.liveOf: unique, so that a person has one booking of a session, however many they make at once.
bookingSchema.index(
  { forceId: 1, sessionId: 1, personId: 1 },
  { unique: true, partialFilterExpression: { live: true } },
);
// BookingRepository.nextWaiting and ofSession: by state, in the order of asking.
bookingSchema.index({ forceId: 1, sessionId: 1, state: 1, askedAt: 1, _id: 1 });
// BookingReader.ofSession: newest first.
bookingSchema.index({ forceId: 1, sessionId: 1, _id: -1 });
// BookingReader.ofPerson: newest first.
bookingSchema.index({ forceId: 1, personId: 1, _id: -1 });
// BookingReader.asked: what waits for a decision, oldest first.
bookingSchema.index({ forceId: 1, state: 1, askedAt: 1 });
// BookingRepository.isReplaced: what was offered instead of a booking.
bookingSchema.index({ forceId: 1, insteadOf: 1 });
tenant(bookingSchema);

export const swapSchema = new Schema<StoredSwap>(
  {
    forceId: { type: ObjectId, required: true },
    bookingId: { type: ObjectId, required: true },
    otherBookingId: { type: ObjectId, required: true },
    state: { type: String, required: true },
  },
  { versionKey: false, collection: 'swaps' },
);
// SwapRepository.open: what was offered about a booking, from either side.
swapSchema.index({ forceId: 1, bookingId: 1, otherBookingId: 1 });
swapSchema.index({ forceId: 1, otherBookingId: 1 });
tenant(swapSchema);

export const termsSchema = new Schema<StoredTerms>(
  {
    forceId: { type: ObjectId, required: true },
    approval: { type: String, required: true },
    offerHours: { type: Number, required: true },
  },
  { versionKey: false, collection: 'bookingTerms' },
);
// TermsRepository: unique, one of a force.
termsSchema.index({ forceId: 1 }, { unique: true });
tenant(termsSchema);

/** The booking as the code knows it. */
export function bookingOf({ live, ...stored }: StoredBooking): Booking {
  const { _id, forceId, sessionId, personId, decidedBy, insteadOf, ...rest } = stored;
  return {
    ...rest,
    id: idOf<BookingId>(_id),
    forceId: idOf<ForceId>(forceId),
    sessionId: idOf<SessionId>(sessionId),
    personId: idOf<PersonId>(personId),
    decidedBy: decidedBy === null ? null : idOf<PersonId>(decidedBy),
    insteadOf: insteadOf === null ? null : idOf<BookingId>(insteadOf),
  };
}

/** The booking as the database holds it. */
export function storedBooking(booking: Booking): StoredBooking {
  const { id, forceId, sessionId, personId, decidedBy, insteadOf, ...rest } = booking;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    sessionId: objectId(sessionId),
    personId: objectId(personId),
    decidedBy: decidedBy === null ? null : objectId(decidedBy),
    insteadOf: insteadOf === null ? null : objectId(insteadOf),
    ...(isLive(booking.state) && { live: true }),
  };
}
