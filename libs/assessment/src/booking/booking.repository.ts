import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { SessionId } from '../session/session.js';
import type { Booking, BookingId, BookingState } from './booking.js';
import { BOOKING, bookingOf, type StoredBooking, storedBooking } from './booking.schema.js';

/** Loads and saves bookings. Seats are counted by SessionRepository. */
@Injectable()
export class BookingRepository {
  constructor(@InjectModel(BOOKING) private readonly bookings: Model<StoredBooking>) {}

  /** The booking, or NOT_FOUND when this force has none such. */
  async load(scope: ForceScope, bookingId: BookingId): Promise<Booking> {
    const filter = { _id: objectId(bookingId), forceId: objectId(scope.forceId) };
    return bookingOf(found(await this.bookings.findOne(filter).lean<StoredBooking>()));
  }

  /** What a person has of a session now. */
  async liveOf(scope: ForceScope, sessionId: SessionId, personId: PersonId): Promise<Booking | null> {
    const stored = await this.bookings
      .findOne({ ...of(scope, sessionId), personId: objectId(personId), live: true })
      .lean<StoredBooking>();
    return stored === null ? null : bookingOf(stored);
  }

  /** Whoever has waited longest (ASM-192). */
  async nextWaiting(scope: ForceScope, sessionId: SessionId): Promise<Booking | null> {
    return (await this.ofSession(scope, sessionId, { states: ['WAITING'], most: 1 }))[0] ?? null;
  }

  /** The bookings of a session in some states, in the order of asking; at most 4,000. */
  async ofSession(
    scope: ForceScope,
    sessionId: SessionId,
    { states, most = 4000 }: { readonly states: readonly BookingState[]; readonly most?: number },
  ): Promise<Booking[]> {
    const stored = await this.bookings
      .find({ ...of(scope, sessionId), state: { $in: [...states] } })
      .sort({ askedAt: 1, _id: 1 })
      .limit(most)
      .lean<StoredBooking[]>();
    return stored.map(bookingOf);
  }

  /** Whether another was made instead of a booking in a cancelled session. */
  async isReplaced(scope: ForceScope, insteadOf: BookingId): Promise<boolean> {
    const filter = { forceId: objectId(scope.forceId), insteadOf: objectId(insteadOf) };
    return (await this.bookings.exists(filter)) !== null;
  }

  /** Adds it. A second live one of a person and a session is a duplicate-key error. */
  async add(booking: Booking): Promise<void> {
    await this.bookings.create([storedBooking(booking)]);
  }

  /** Saves what became of it. */
  async save(booking: Booking): Promise<void> {
    const { _id, forceId, live, ...rest } = storedBooking(booking);
    const change = live === true ? { $set: { ...rest, live } } : { $set: rest, $unset: { live: 1 } };
    await this.bookings.updateOne({ _id, forceId }, change);
  }
}

function of(scope: ForceScope, sessionId: SessionId) {
  return { forceId: objectId(scope.forceId), sessionId: objectId(sessionId) };
}
