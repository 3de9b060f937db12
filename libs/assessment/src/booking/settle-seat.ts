import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Session } from '../session/session.js';
import { type Booking, type BookingState, keepsSeat, moveBooking, takesTime } from './booking.js';
import { BookingRepository } from './booking.repository.js';
import { Lapses } from './lapse.js';
import { PassSeatOn } from './pass-seat-on.js';
import { PersonTime } from './person-time.js';
import { tell } from './tell.js';

interface Settled {
  readonly booking: Booking;
  readonly session: Session;
}

/** What its event says besides. */
interface Saved extends Settled {
  readonly was?: BookingState;
  readonly bySwap?: true;
}

/** What all who change bookings share, inside their own unit of work. */
@Injectable()
export class SettleSeat {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly time: PersonTime,
    private readonly lapses: Lapses,
    private readonly passOn: PassSeatOn,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Begins a booking whose seat has just been taken. */
  async begin(ctx: RequestContext, announce: Announce, { booking, session }: Settled): Promise<Booking> {
    const begun: Booking = { ...booking, ...(await this.lapses.atFirst(ctx, session)) };
    await this.time.take(ctx, begun, session);
    await this.bookings.add(begun);
    await this.lapses.set(ctx, begun);
    tell(announce, begun, session);
    return begun;
  }

  /** Somebody takes the seat that was offered to them. */
  async accept(ctx: RequestContext, announce: Announce, { booking, session }: Settled): Promise<Booking> {
    const { state, lapsesAt } = await this.lapses.atFirst(ctx, session);
    const accepted = moveBooking(booking, state, { changedAt: this.clock.now(), lapsesAt });
    await this.time.take(ctx, accepted, session);
    await this.save(ctx, announce, { booking: accepted, session });
    return accepted;
  }

  /** The booking ends in that state: its time is free, its seat goes on. */
  async end(
    ctx: RequestContext,
    announce: Announce,
    { booking, session, ...ending }: Settled & { to: BookingState; with?: Partial<Booking> },
  ): Promise<Booking> {
    const ended = moveBooking(booking, ending.to, { ...ending.with, changedAt: this.clock.now() });
    if (takesTime(booking.state)) await this.time.free(ctx, booking, session);
    await this.save(ctx, announce, { booking: ended, session, was: booking.state });
    if (keepsSeat(booking.state)) await this.passOn.execute(ctx, announce, session);
    return ended;
  }

  /** Saves it with its due row, and announces its state. */
  async save(ctx: RequestContext, announce: Announce, { booking, session, ...about }: Saved): Promise<void> {
    await this.bookings.save(booking);
    await this.lapses.set(ctx, booking);
    tell(announce, booking, { courseCode: session.courseCode, ...about });
  }
}
