import { reachOf } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf, mustReachCohort } from '../access.js';
import { sessionPermissions } from '../session/permissions.js';
import type { Session } from '../session/session.js';
import { SessionRepository } from '../session/session.repository.js';
import { type Booking, moveBooking } from './booking.js';
import { BookingRepository } from './booking.repository.js';
import { bookingAttended } from './events.js';
import type { OfBookingInput } from './own-booking.js';
import { refusal } from './refusals.js';

export interface RecordAttendanceInput extends OfBookingInput {
  readonly attended: boolean;
}

/** Throws NOT_FOUND unless the acting person runs the session, FORBIDDEN unless as a lead they reach whom it is for. */
export function mustRun(ctx: RequestContext, session: Session): void {
  if (session.trainerIds.includes(candidateOf(ctx))) return;
  const reach = reachOf(ctx, sessionPermissions.list);
  found(reach === 'force' || reach.length > 0 ? session : null);
  mustReachCohort(ctx, sessionPermissions.list, session.cohort);
}

/**
 * ASM-198. Records whether somebody came, from the session's start on; for those who run it and their training lead. It may be put
 * right later. Refuses who holds no seat (ASM-194). The same again changes nothing.
 */
@Injectable()
export class RecordAttendance {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly bookings: BookingRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { bookingId, attended }: RecordAttendanceInput): Promise<Booking> {
    const to = attended ? 'ATTENDED' : 'ABSENT';
    return this.work.run(ctx, async (announce) => {
      const booking = await this.bookings.load(ctx.force, bookingId);
      const session = await this.sessions.load(ctx.force, booking.sessionId);
      mustRun(ctx, session);
      if (booking.state === to) return booking;
      const now = this.clock.now();
      const { startsAt, courseCode, id: sessionId } = session;
      if (now < startsAt) throw refusal('ATTENDANCE_TOO_EARLY', { facts: { startsAt } });
      const recorded = moveBooking(booking, to, { changedAt: now });
      await this.bookings.save(recorded);
      const { personId } = booking;
      announce(bookingAttended({ bookingId, sessionId, personId, courseCode, attended }));
      return recorded;
    });
  }
}
