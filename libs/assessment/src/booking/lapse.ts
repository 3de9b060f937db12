import type { RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { Injectable } from '@nestjs/common';
import { dueKey, lapseBooking } from '../jobs.js';
import type { Session } from '../session/session.js';
import type { Booking, BookingId } from './booking.js';
import { TermsRepository } from './terms.repository.js';

const HOUR_MS = 3_600_000;

/** Until when offers stand and requests may be decided, as due rows (ASM-191, ASM-193). */
@Injectable()
export class Lapses {
  constructor(
    private readonly terms: TermsRepository,
    private readonly timetable: Timetable,
  ) {}

  /** When an offer made now lapses: after the force's hours, at the session's start at the latest. */
  async ofOffer(ctx: RequestContext, session: Session, now: Date): Promise<Date> {
    const { offerHours } = await this.terms.of(ctx.force);
    return new Date(Math.min(now.getTime() + offerHours * HOUR_MS, session.startsAt.getTime()));
  }

  /** The state in which a person's own booking begins, and until when it may be decided. */
  async atFirst(
    ctx: RequestContext,
    session: Session,
  ): Promise<{ state: 'ASKED' | 'BOOKED'; lapsesAt: Date | null }> {
    const { approval } = await this.terms.of(ctx.force);
    if (approval === 'NONE') return { state: 'BOOKED', lapsesAt: null };
    return { state: 'ASKED', lapsesAt: session.startsAt };
  }

  /** Puts the due row of a booking where the booking says, or takes it off. */
  async set(ctx: RequestContext, { id, lapsesAt }: Booking): Promise<void> {
    const key = dueKey.lapseBooking(id);
    if (lapsesAt === null) await this.timetable.cancel(key);
    else await this.timetable.set(ctx, lapseBooking, { key, dueAt: lapsesAt, payload: { bookingId: id } });
  }

  async cancel(bookingId: BookingId): Promise<void> {
    await this.timetable.cancel(dueKey.lapseBooking(bookingId));
  }
}
