import { type Booking, type BookingId, BookingReader, type Session, SessionReader } from '@app/assessment';
import { RoleGrantReader } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { TellPerson, type Told } from '../delivery/tell-person.js';
import { Line } from '../reminder/line.js';
import { factsOf, isTrueOf, latestOf, messageOf, type SeatMessage, type SeatNews } from './seat-news.js';

/** NTF-43. Who is told that a booking waits for approval. */
@Injectable()
export class ApprovalLine {
  constructor(
    private readonly line: Line,
    private readonly roles: RoleGrantReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The line manager or who stands in for them today; where no line is held, the training leads of the force. */
  async of(ctx: RequestContext, personId: PersonId): Promise<PersonId[]> {
    const day = londonDate(this.clock.now());
    const above = await this.line.at(ctx, { personId, level: 1, day });
    if (above.length > 0) return above;
    const leads = await this.roles.holdersOf(ctx.force, ['training-lead'], day);
    return leads.filter((each) => each !== personId);
  }
}

export interface TellOfBookingInput {
  readonly news: SeatNews;
  readonly bookingId: BookingId;
  /** The event that said so: on the same one, nobody is told twice. */
  readonly occasion: string;
}

interface Seat {
  readonly booking: Booking;
  readonly session: Session;
}

/** Tells people what became of a seat or of their wish for one, if it still is as the event said (NTF-40, NTF-41). */
@Injectable()
export class TellOfBooking {
  constructor(
    private readonly tellPerson: TellPerson,
    private readonly bookings: BookingReader,
    private readonly sessions: SessionReader,
    private readonly approvals: ApprovalLine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    { news, bookingId, occasion: cycle }: TellOfBookingInput,
  ): Promise<void> {
    const booking = await this.bookings.byId(ctx.force, bookingId);
    if (booking === null) return;
    const session = (await this.sessions.byIds(ctx.force, [booking.sessionId])).get(booking.sessionId);
    if (session === undefined) return;
    const seat = { booking, session };
    const told = [
      this.told(ctx, seat, { personId: booking.personId, message: messageOf(news, booking), cycle }),
    ];
    if (news === 'asked')
      for (const personId of await this.approvals.of(ctx, booking.personId))
        told.push(this.told(ctx, seat, { personId, message: 'approval-wanted', cycle }));
    await this.tellPerson.executeAll(told.flat());
  }

  private told(
    ctx: RequestContext,
    { booking, session }: Seat,
    what: { readonly personId: PersonId; readonly message: SeatMessage; readonly cycle: string },
  ): Told[] {
    if (!isTrueOf(what.message, { booking, session }, this.clock.now())) return [];
    const facts = factsOf(booking, session);
    const latest = latestOf(what.message, booking, session);
    return [{ ctx, ...what, channels: ['notice', 'mail'], facts, course: session.courseTitle, latest }];
  }
}
