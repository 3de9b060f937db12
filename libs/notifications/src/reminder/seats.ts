import {
  type Booking,
  type BookingId,
  BookingReader,
  type Session,
  SessionReader,
  sessionStateAt,
} from '@app/assessment';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { SEAT_PLANS } from './plan.js';
import type { NothingDue, ThingNow, ThingRef } from './step.js';

/** NTF-46, NTF-47. A booking as reminders see it at an instant: a seat to come to, or a request that waits for a decision. */
export function seatNow(
  type: 'seat' | 'approval',
  { booking, session }: { readonly booking: Booking; readonly session: Session },
  now: Date,
): ThingNow | NothingDue {
  const { state, changedAt } = booking;
  if (state !== (type === 'seat' ? 'BOOKED' : 'ASKED'))
    return ['BOOKED', 'ATTENDED', 'ABSENT', 'REFUSED'].includes(state) ? 'done' : 'not-asked';
  if (sessionStateAt(session, now) !== 'PLANNED') return 'done';
  const { id, kind, courseCode, courseTitle: title, startsAt } = session;
  const common = { courseCode, title, exemption: null, dueOn: londonDate(startsAt), startsAt };
  if (type === 'seat') {
    const cycle = `${id}@${startsAt.toISOString()}`;
    return { ...common, kind: SEAT_PLANS[kind], cycle, goesUp: false, opensOn: null };
  }
  const asked = { cycle: `${id}@${changedAt.toISOString()}`, opensOn: londonDate(changedAt) };
  return { ...common, ...asked, kind: 'approval', goesUp: true };
}

/** Reads bookings as reminders see them. */
@Injectable()
export class Seats {
  constructor(
    private readonly bookings: BookingReader,
    private readonly sessions: SessionReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One read of each kind, however many they are. A booking that is somebody else's by now is not asked for. */
  async read(
    { force }: RequestContext,
    refs: readonly ThingRef[],
  ): Promise<(ref: ThingRef) => ThingNow | NothingDue> {
    const bookings = await this.bookings.byIds(
      force,
      refs.map(({ id }) => id as BookingId),
    );
    const sessionIds = new Set([...bookings.values()].map(({ sessionId }) => sessionId));
    const sessions = await this.sessions.byIds(force, [...sessionIds]);
    const now = this.clock.now();
    return ({ type, id, personId }) => {
      const booking = bookings.get(id as BookingId);
      const session = booking === undefined ? undefined : sessions.get(booking.sessionId);
      if (booking === undefined || session === undefined || booking.personId !== personId) return 'not-asked';
      return type === 'seat' || type === 'approval' ? seatNow(type, { booking, session }, now) : 'not-asked';
    };
  }
}
