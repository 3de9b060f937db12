import type { UnitId } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import type { SessionId } from '../session/session.js';
import { type AbstractionMonth, AbstractionRepository } from './abstraction.repository.js';
import type { Booking, BookingId } from './booking.js';
import { BOOKING, bookingOf, type StoredBooking } from './booking.schema.js';
import { Deciders } from './decide-booking.js';
import { type AbstractionLimit, LimitRepository } from './limit.repository.js';
import { type Swap, type SwapId, SwapRepository } from './swap.repository.js';
import { type BookingTerms, TermsRepository } from './terms.repository.js';

const MOST_ASKED = 500;

/** Reads bookings of one force for screens and calendars. */
@Injectable()
export class BookingReader {
  constructor(
    @InjectModel(BOOKING) private readonly bookings: Model<StoredBooking>,
    private readonly deciders: Deciders,
    private readonly swaps: SwapRepository,
  ) {}

  /** The booking, if this force has it. */
  async byId(scope: ForceScope, bookingId: BookingId): Promise<Booking | null> {
    const filter = { forceId: objectId(scope.forceId), _id: objectId(bookingId) };
    const stored = await this.bookings.findOne(filter).lean<StoredBooking>();
    return stored === null ? null : bookingOf(stored);
  }

  /** Those of the bookings that this force has, by id. */
  async byIds(scope: ForceScope, bookingIds: readonly BookingId[]): Promise<Map<BookingId, Booking>> {
    const stored = await this.bookings
      .find({ forceId: objectId(scope.forceId), _id: { $in: bookingIds.map(objectId) } })
      .lean<StoredBooking[]>();
    return new Map(stored.map(bookingOf).map((booking) => [booking.id, booking]));
  }

  /** A page of a person's bookings, newest first. */
  async ofPerson(scope: ForceScope, personId: PersonId, request: ListRequest): Promise<ListPage<Booking>> {
    return this.page({ forceId: objectId(scope.forceId), personId: objectId(personId) }, request);
  }

  /** A page of the bookings of a session, newest first. */
  async ofSession(scope: ForceScope, sessionId: SessionId, request: ListRequest): Promise<ListPage<Booking>> {
    return this.page({ forceId: objectId(scope.forceId), sessionId: objectId(sessionId) }, request);
  }

  /** What the acting person is to decide, longest asked first; of the 500 that the force has longest. */
  async toDecide(ctx: RequestContext, personId: PersonId): Promise<Booking[]> {
    const stored = await this.bookings
      .find({ forceId: objectId(ctx.force.forceId), state: 'ASKED' })
      .sort({ askedAt: 1 })
      .limit(MOST_ASKED)
      .lean<StoredBooking[]>();
    const mine: Booking[] = [];
    for (const booking of stored.map(bookingOf))
      if (await this.deciders.decidesFor(ctx, personId, booking.personId)) mine.push(booking);
    return mine;
  }

  /** The swap, or NOT_FOUND when this force has none such. */
  async swap(scope: ForceScope, swapId: SwapId): Promise<Swap> {
    return this.swaps.load(scope, swapId);
  }

  /** Swaps that are offered to somebody or by them. */
  async swapsOf(scope: ForceScope, personId: PersonId): Promise<Swap[]> {
    const own = await this.bookings
      .find({ forceId: objectId(scope.forceId), personId: objectId(personId), live: true }, { _id: 1 })
      .lean();
    return this.swaps.about(
      scope,
      own.map(({ _id }) => idOf<BookingId>(_id)),
    );
  }

  private async page(wanted: QueryFilter<StoredBooking>, request: ListRequest): Promise<ListPage<Booking>> {
    const { after, limit } = request;
    const filter = after === null ? wanted : { ...wanted, _id: { $lt: objectId(after as BookingId) } };
    const rows = await this.bookings.find(filter).sort({ _id: -1 }).limit(limit).lean<StoredBooking[]>();
    const totalCount = await this.bookings.countDocuments(wanted);
    return { rows: rows.map(bookingOf), totalCount, keyOf: (booking) => booking.id };
  }
}

/** Reads how bookings go in a force, and how much of its units they take away. */
@Injectable()
export class AbstractionReader {
  constructor(
    private readonly rows: AbstractionRepository,
    private readonly limitsOf: LimitRepository,
    private readonly termsOf: TermsRepository,
  ) {}

  async terms(scope: ForceScope): Promise<BookingTerms> {
    return this.termsOf.of(scope);
  }

  async limits(scope: ForceScope): Promise<AbstractionLimit[]> {
    return this.limitsOf.all(scope);
  }

  /** ASM-203. What is booked of a unit and all below it, by month, on the days from one to another. */
  async byMonth(
    scope: ForceScope,
    unitId: UnitId,
    days: { from: CalendarDate; to: CalendarDate },
  ): Promise<AbstractionMonth[]> {
    return this.rows.byMonth(scope, unitId, days);
  }
}
