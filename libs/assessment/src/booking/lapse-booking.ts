import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { SessionRepository } from '../session/session.repository.js';
import { BookingRepository } from './booking.repository.js';
import type { OfBookingInput } from './own-booking.js';
import { SettleSeat } from './settle-seat.js';

/** ASM-191, ASM-193. An offer, or a request that nobody decided, is over: the seat goes to the next. What has been settled stays. */
@Injectable()
export class LapseBooking {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly bookings: BookingRepository,
    private readonly settle: SettleSeat,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { bookingId }: OfBookingInput): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      const booking = await this.bookings.load(ctx.force, bookingId);
      if (booking.lapsesAt === null || this.clock.now() < booking.lapsesAt) return;
      if (booking.state !== 'OFFERED' && booking.state !== 'ASKED') return;
      const session = await this.sessions.load(ctx.force, booking.sessionId);
      await this.settle.end(ctx, announce, { booking, session, to: 'LAPSED' });
    });
  }
}
