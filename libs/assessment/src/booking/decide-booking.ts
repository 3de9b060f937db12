import { PostingReader, reachOf } from '@app/identity';
import { holdsOn, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { sessionPermissions } from '../session/permissions.js';
import { type Session, sessionReason, takesBookings } from '../session/session.js';
import { SessionRepository } from '../session/session.repository.js';
import { type Booking, moveBooking } from './booking.js';
import { BookingRepository } from './booking.repository.js';
import type { OfBookingInput } from './own-booking.js';
import { PersonTime } from './person-time.js';
import { refusal } from './refusals.js';
import { SettleSeat } from './settle-seat.js';

/** Says who decides for whom. */
@Injectable()
export class Deciders {
  constructor(
    private readonly postings: PostingReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Whether somebody decides for a person today: as line manager or deputy of a posting that holds, or, for a person without either,
   * as training lead of a unit of theirs. Nobody decides for themself.
   */
  async decidesFor(ctx: RequestContext, deciderId: PersonId, personId: PersonId): Promise<boolean> {
    if (deciderId === personId) return false;
    const today = londonDate(this.clock.now());
    const postings = await this.postings.ofPerson(ctx.force, personId, today);
    const line = postings
      .flatMap(({ lineManagers, deputies }) => [...lineManagers, ...deputies])
      .filter((dated) => holdsOn(dated, today));
    if (line.length > 0) return line.some((dated) => dated.personId === deciderId);
    const reach = reachOf(ctx, sessionPermissions.schedule);
    return reach === 'force' || postings.some(({ unitId }) => reach.includes(unitId));
  }
}

/** What approval adds to a booking: its state, and its place in the sitting. */
@Injectable()
export class ApproveBooking {
  constructor(
    private readonly time: PersonTime,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async of(
    ctx: RequestContext,
    { booking, session, decidedBy }: { booking: Booking; session: Session; decidedBy: PersonId },
  ): Promise<Booking> {
    const now = this.clock.now();
    takesBookings(session, now);
    const approved = moveBooking(booking, 'BOOKED', { changedAt: now, decidedBy });
    await this.time.seat(ctx, approved, session);
    return approved;
  }
}

export interface DecideBookingInput extends OfBookingInput {
  readonly approve: boolean;
  /** 3 to 500 characters when it is refused, for the person. */
  readonly reason: string | null;
}

/**
 * Approves or refuses what somebody asked for. Whoever does not decide for the person finds no such booking. Refuses without a reason
 * (ASM-187), what is decided (ASM-191), and once the session has begun (ASM-186). The same decision again is the same answer.
 */
@Injectable()
export class DecideBooking {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly bookings: BookingRepository,
    private readonly deciders: Deciders,
    private readonly settle: SettleSeat,
    private readonly approval: ApproveBooking,
  ) {}

  async execute(ctx: RequestContext, input: DecideBookingInput): Promise<Booking> {
    const decidedBy = candidateOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const booking = await this.bookings.load(ctx.force, input.bookingId);
      found((await this.deciders.decidesFor(ctx, decidedBy, booking.personId)) ? booking : null);
      const same = input.approve ? 'BOOKED' : 'REFUSED';
      if (booking.state === same && booking.decidedBy === decidedBy) return booking;
      if (booking.state !== 'ASKED') throw refusal('BOOKING_DECIDED');
      const session = await this.sessions.load(ctx.force, booking.sessionId);
      if (!input.approve) {
        const reason = sessionReason(input.reason ?? '');
        const ending = { to: 'REFUSED', with: { reason, decidedBy } } as const;
        return this.settle.end(ctx, announce, { booking, session, ...ending });
      }
      const approved = await this.approval.of(ctx, { booking, session, decidedBy });
      await this.settle.save(ctx, announce, { booking: approved, session });
      return approved;
    });
  }
}
