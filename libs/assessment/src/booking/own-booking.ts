import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { type Session, takesBookings } from '../session/session.js';
import { SessionRepository } from '../session/session.repository.js';
import { again } from './again.js';
import type { Booking, BookingId } from './booking.js';
import { BookingRepository } from './booking.repository.js';
import { refusal } from './refusals.js';
import { SettleSeat } from './settle-seat.js';

export interface OfBookingInput {
  readonly bookingId: BookingId;
}

type Act = (
  settled: { booking: Booking; session: Session },
  announce: Announce,
) => Promise<Booking> | Booking;

/** Reads a booking of the acting person with its session, and does something with it in one unit of work. */
@Injectable()
export class WithOwnBooking {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly bookings: BookingRepository,
  ) {}

  async run(ctx: RequestContext, { bookingId }: OfBookingInput, act: Act): Promise<Booking> {
    const personId = candidateOf(ctx);
    return again(() =>
      this.work.run(ctx, async (announce) => {
        const booking = await this.bookings.load(ctx.force, bookingId);
        found(booking.personId === personId ? booking : null);
        const session = await this.sessions.load(ctx.force, booking.sessionId);
        return act({ booking, session }, announce);
      }),
    );
  }
}

/** Takes the seat that one is offered. Refuses when it lapsed or never was (ASM-193), and as BookSeat does. Again: the same answer. */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly own: WithOwnBooking,
    private readonly settle: SettleSeat,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: OfBookingInput): Promise<Booking> {
    return this.own.run(ctx, input, (settled, announce) => {
      const { booking, session } = settled;
      if (booking.state === 'ASKED' || booking.state === 'BOOKED') return booking;
      const now = this.clock.now();
      takesBookings(session, now);
      const stands = booking.state === 'OFFERED' && booking.lapsesAt !== null && now < booking.lapsesAt;
      if (!stands) throw refusal('OFFER_OVER');
      return this.settle.accept(ctx, announce, settled);
    });
  }
}

/** Leaves an offered seat to the next. Refuses when none is offered (ASM-193). Again: the same answer. */
@Injectable()
export class DeclineOffer {
  constructor(
    private readonly own: WithOwnBooking,
    private readonly settle: SettleSeat,
  ) {}

  async execute(ctx: RequestContext, input: OfBookingInput): Promise<Booking> {
    return this.own.run(ctx, input, (settled, announce) => {
      const { state } = settled.booking;
      if (state === 'DECLINED') return settled.booking;
      if (state !== 'OFFERED') throw refusal('OFFER_OVER');
      return this.settle.end(ctx, announce, { ...settled, to: 'DECLINED' });
    });
  }
}

/** Gives one's own booking or wish up, before the session begins (ASM-186, ASM-194). Again: the same answer. */
@Injectable()
export class CancelBooking {
  constructor(
    private readonly own: WithOwnBooking,
    private readonly settle: SettleSeat,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: OfBookingInput): Promise<Booking> {
    return this.own.run(ctx, input, (settled, announce) => {
      if (settled.booking.state === 'CANCELLED') return settled.booking;
      if (!['WAITING', 'OFFERED', 'ASKED', 'BOOKED'].includes(settled.booking.state))
        throw refusal('BOOKING_NOT_HELD');
      takesBookings(settled.session, this.clock.now());
      return this.settle.end(ctx, announce, { ...settled, to: 'CANCELLED' });
    });
  }
}
