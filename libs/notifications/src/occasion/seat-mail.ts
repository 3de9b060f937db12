import { type BookingId, BookingReader, SessionReader, type SwapId } from '@app/assessment';
import { PeopleReader } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import type { Facts } from '@app/platform/refusal/refusal.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Claimed } from '../delivery/delivery.js';
import { isOfSeat, isTrueOf, type SeatMessage } from './seat-news.js';

const NO_LONGER = 'no longer so';

/**
 * NTF-41. Looks at a booking again when its mail is written, which may be hours after it was queued: one that is not true any more is
 * not sent. Whoever is to approve reads in the mail alone whose booking it is.
 */
@Injectable()
export class SeatMail {
  constructor(
    private readonly bookings: BookingReader,
    private readonly sessions: SessionReader,
    private readonly people: PeopleReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What the mail says besides, or why there is none. */
  async of(ctx: RequestContext, { message, content: { facts } }: Claimed): Promise<Facts | string> {
    if (message === 'swap-proposed') return this.ofSwap(ctx, String(facts['swapId']) as SwapId);
    if (!isOfSeat(message) || facts['bookingId'] === undefined) return {};
    return this.ofSeat(ctx, message, String(facts['bookingId']) as BookingId);
  }

  private async ofSwap(ctx: RequestContext, swapId: SwapId): Promise<Facts | string> {
    const { state } = await this.bookings.swap(ctx.force, swapId);
    return state === 'OFFERED' ? {} : NO_LONGER;
  }

  private async ofSeat(
    ctx: RequestContext,
    message: SeatMessage,
    bookingId: BookingId,
  ): Promise<Facts | string> {
    const booking = await this.bookings.byId(ctx.force, bookingId);
    if (booking === null) return NO_LONGER;
    const session = (await this.sessions.byIds(ctx.force, [booking.sessionId])).get(booking.sessionId);
    if (session === undefined || !isTrueOf(message, { booking, session }, this.clock.now())) return NO_LONGER;
    return message === 'approval-wanted' ? { lines: await this.nameOf(ctx, booking.personId) } : {};
  }

  private async nameOf(ctx: RequestContext, personId: PersonId): Promise<string> {
    const person = await this.people.byId(ctx.force, personId);
    return person === null ? '' : `${person.givenName} ${person.familyName}`;
  }
}
