import type { RequestContext } from '@app/platform/context/request-context.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import type { Session } from '../session/session.js';
import { moveBooking, takesTime } from './booking.js';
import { BookingRepository } from './booking.repository.js';
import { Lapses } from './lapse.js';
import { PersonTime } from './person-time.js';
import { tell } from './tell.js';

/** Cancels every booking of a session that will not happen, in its unit of work: nobody's time is taken by it any more. */
@Injectable()
export class CancelBookings {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly time: PersonTime,
    private readonly lapses: Lapses,
  ) {}

  async execute(ctx: RequestContext, announce: Announce, session: Session): Promise<void> {
    const live = await this.bookings.ofSession(ctx.force, session.id, {
      states: ['WAITING', 'OFFERED', 'ASKED', 'BOOKED'],
    });
    for (const booking of live) {
      if (takesTime(booking.state)) await this.time.free(ctx, booking, session);
      const { changedAt, cancelReason: reason } = session;
      const wasHeld = takesTime(booking.state);
      const ended = moveBooking(booking, 'CANCELLED', { changedAt, reason, wasHeld });
      await this.bookings.save(ended);
      if (booking.lapsesAt !== null) await this.lapses.cancel(booking.id);
      tell(announce, ended, session);
    }
  }
}
