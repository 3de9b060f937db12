import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Session } from '../session/session.js';
import { SessionRepository } from '../session/session.repository.js';
import { moveBooking } from './booking.js';
import { BookingRepository } from './booking.repository.js';
import { Lapses } from './lapse.js';
import { tell } from './tell.js';

/**
 * ASM-192, ASM-193. A seat that became free goes to whoever has waited longest, as an offer that keeps it; only when nobody waits, or
 * the session is not to come, is it anybody's. It touches the session, so that nobody joins the list unseen meanwhile.
 */
@Injectable()
export class PassSeatOn {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly bookings: BookingRepository,
    private readonly lapses: Lapses,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, announce: Announce, { id }: Session): Promise<void> {
    const now = this.clock.now();
    const session = await this.sessions.queueUp(ctx.force, id);
    const isToCome = session.state === 'PLANNED' && now < session.startsAt;
    const next = isToCome ? await this.bookings.nextWaiting(ctx.force, id) : null;
    if (next === null) {
      await this.sessions.returnSeat(ctx.force, id);
      return;
    }
    const lapsesAt = await this.lapses.ofOffer(ctx, session, now);
    const offered = moveBooking(next, 'OFFERED', { changedAt: now, lapsesAt });
    await this.bookings.save(offered);
    await this.lapses.set(ctx, offered);
    tell(announce, offered, session);
  }
}
