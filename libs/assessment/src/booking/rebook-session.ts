import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Session } from '../session/session.js';
import { SessionRepository } from '../session/session.repository.js';
import type { OfSessionInput } from './book-seat.js';
import type { Booking } from './booking.js';
import { BookingRepository } from './booking.repository.js';
import { OfferSeat } from './offer-seat.js';

/**
 * ASM-199. Offers those whose booking fell with a session a seat in the next one like it, in the order in which they had asked: first
 * those who had a seat, then those who waited. Each in a unit of work of its own; a repeat passes over whom it has served.
 */
@Injectable()
export class RebookSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly bookings: BookingRepository,
    private readonly offer: OfferSeat,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { sessionId }: OfSessionInput): Promise<void> {
    const session = await this.sessions.load(ctx.force, sessionId);
    if (session.state !== 'CANCELLED') return;
    const fallen = (await this.bookings.ofSession(ctx.force, sessionId, { states: ['CANCELLED'] })).filter(
      (booking) => booking.wasHeld !== null,
    );
    const inOrder = [...fallen.filter(({ wasHeld }) => wasHeld), ...fallen.filter(({ wasHeld }) => !wasHeld)];
    for (const booking of inOrder) {
      const choices = await this.sessions.nextLike(ctx.force, session, this.clock.now());
      await this.one(ctx, booking, choices);
    }
  }

  private async one(ctx: RequestContext, booking: Booking, choices: readonly Session[]): Promise<void> {
    for (const session of choices) if (await this.offer.execute(ctx, booking, session)) return;
  }
}
