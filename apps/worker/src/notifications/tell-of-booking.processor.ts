import {
  type BookingId,
  bookingAsked,
  bookingAttended,
  bookingBooked,
  bookingCancelled,
  bookingLapsed,
  bookingOffered,
  bookingRefused,
  bookingWaits,
} from '@app/assessment';
import { type SeatNews, TellOfBooking } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

interface Told {
  readonly bookingId: string;
  readonly bySwap?: true;
  readonly was?: 'OFFERED' | 'ASKED';
  readonly attended?: boolean;
}

const NEWS: ReadonlyMap<string, (told: Told) => SeatNews | null> = new Map<
  string,
  (told: Told) => SeatNews | null
>([
  [bookingWaits.type, () => 'waits'],
  [bookingOffered.type, () => 'offered'],
  [bookingAsked.type, () => 'asked'],
  // A swap is told as such.
  [bookingBooked.type, ({ bySwap }) => (bySwap === true ? null : 'booked')],
  [bookingRefused.type, () => 'refused'],
  [bookingCancelled.type, () => 'cancelled'],
  [bookingLapsed.type, ({ was }) => (was === 'ASKED' ? 'request-lapsed' : 'offer-lapsed')],
  [bookingAttended.type, ({ attended }) => (attended === true ? null : 'absent')],
]);

/** Something became of a seat, or of the wish for one: tell whom it concerns, once for each event. */
@Injectable()
@Consumes({
  name: 'notifications-tell-of-booking',
  events: [
    ...[bookingAsked, bookingAttended, bookingBooked, bookingCancelled],
    ...[bookingLapsed, bookingOffered, bookingRefused, bookingWaits],
  ],
  queue: 'events',
})
export class TellOfBookingProcessor implements EventConsumer<Told> {
  constructor(private readonly tellOfBooking: TellOfBooking) {}

  async consume(ctx: RequestContext, { data, eventId: occasion, type }: ReceivedEvent<Told>): Promise<void> {
    const news = NEWS.get(type)?.(data) ?? null;
    const bookingId = data.bookingId as BookingId;
    if (news !== null) await this.tellOfBooking.execute(ctx, { news, bookingId, occasion });
  }
}
