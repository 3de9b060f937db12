import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Refusal } from '@app/platform/refusal/refusal.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Session } from '../session/session.js';
import { SessionRepository } from '../session/session.repository.js';
import { again } from './again.js';
import { blank, OpenTo } from './book-seat.js';
import type { Booking } from './booking.js';
import { BookingRepository } from './booking.repository.js';
import { Lapses } from './lapse.js';
import { tell } from './tell.js';

/** Keeps a seat for somebody whose booking fell with a cancelled session, as an offer (ASM-199). */
@Injectable()
export class OfferSeat {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly bookings: BookingRepository,
    private readonly lapses: Lapses,
    private readonly openTo: OpenTo,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Whether the person has an offer, or more, in that session now, or has had one for this booking. */
  async execute(ctx: RequestContext, fallen: Booking, session: Session): Promise<boolean> {
    const { personId } = fallen;
    if (!(await this.isOpen(ctx, session, fallen))) return false;
    return again(() =>
      this.work.run(ctx, async (announce) => {
        const now = this.clock.now();
        if (await this.bookings.isReplaced(ctx.force, fallen.id)) return true;
        if ((await this.bookings.liveOf(ctx.force, session.id, personId)) !== null) return true;
        if (!(await this.sessions.takeSeat(ctx.force, session.id, now))) return false;
        const lapsesAt = await this.lapses.ofOffer(ctx, session, now);
        const { id: insteadOf, askedAt } = fallen;
        const wish = { ...blank(session, personId, now), insteadOf, askedAt };
        const offered: Booking = { ...wish, state: 'OFFERED', lapsesAt };
        await this.bookings.add(offered);
        await this.lapses.set(ctx, offered);
        tell(announce, offered, session);
        return true;
      }),
    );
  }

  private async isOpen(ctx: RequestContext, session: Session, { personId }: Booking): Promise<boolean> {
    try {
      await this.openTo.must(ctx, session, personId);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}
