import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { type Session, type SessionId, takesBookings } from '../session/session.js';
import { SessionRepository } from '../session/session.repository.js';
import { SittingReader } from '../sitting/sitting.reader.js';
import { again } from './again.js';
import type { Booking, BookingId } from './booking.js';
import { BookingRepository } from './booking.repository.js';
import { refusal } from './refusals.js';
import { SettleSeat } from './settle-seat.js';
import { tell } from './tell.js';

export interface OfSessionInput {
  readonly sessionId: SessionId;
}

/** Whether a session is open to somebody: they are in its cohort (ASM-188). */
@Injectable()
export class OpenTo {
  constructor(
    private readonly sittings: SittingReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async must(ctx: RequestContext, session: Session, personId: PersonId): Promise<void> {
    const reader = { personId, now: this.clock.now() };
    if (!(await this.sittings.isInCohort(ctx.force, session, reader))) throw refusal('SESSION_NOT_FOR_YOU');
  }
}

/**
 * Books a seat of a session for oneself, or asks for it where the force's line managers approve. Refuses those outside the cohort
 * (ASM-188), a full session (ASM-189), one that is over or cancelled (ASM-186), somebody who is elsewhere then (ASM-190), and when
 * their unit would be short (ASM-196). Booking again is the same answer.
 */
@Injectable()
export class BookSeat {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly bookings: BookingRepository,
    private readonly settle: SettleSeat,
    private readonly openTo: OpenTo,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { sessionId }: OfSessionInput): Promise<Booking> {
    const personId = candidateOf(ctx);
    await this.openTo.must(ctx, await this.sessions.load(ctx.force, sessionId), personId);
    const before = await this.bookings.liveOf(ctx.force, sessionId, personId);
    if (before !== null && !['WAITING', 'OFFERED'].includes(before.state)) return before;
    return again(() =>
      this.work.run(ctx, async (announce) => {
        const now = this.clock.now();
        const live = await this.bookings.liveOf(ctx.force, sessionId, personId);
        if (live !== null && !['WAITING', 'OFFERED'].includes(live.state)) return live;
        const isTaken = live === null && (await this.sessions.takeSeat(ctx.force, sessionId, now));
        const session = await this.sessions.load(ctx.force, sessionId);
        takesBookings(session, now);
        if (live?.state === 'OFFERED') return this.settle.accept(ctx, announce, { booking: live, session });
        if (!isTaken) throw refusal('SESSION_FULL');
        return this.settle.begin(ctx, announce, { booking: blank(session, personId, now), session });
      }),
    );
  }
}

/**
 * Puts oneself on the waiting list. Refuses as BookSeat does, and while there are seats (ASM-192). Joining again is the same answer,
 * and so it is with a seat.
 */
@Injectable()
export class JoinWaitingList {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly bookings: BookingRepository,
    private readonly openTo: OpenTo,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { sessionId }: OfSessionInput): Promise<Booking> {
    const personId = candidateOf(ctx);
    await this.openTo.must(ctx, await this.sessions.load(ctx.force, sessionId), personId);
    return again(() =>
      this.work.run(ctx, async (announce) => {
        const now = this.clock.now();
        const live = await this.bookings.liveOf(ctx.force, sessionId, personId);
        if (live !== null) return live;
        const session = await this.sessions.queueUp(ctx.force, sessionId);
        takesBookings(session, now);
        if (session.seatsLeft > 0) throw refusal('SESSION_HAS_SEATS');
        const booking = blank(session, personId, now);
        await this.bookings.add(booking);
        tell(announce, booking, session);
        return booking;
      }),
    );
  }
}

/** Somebody's wish for a seat, before anything is settled. */
export function blank(session: Session, personId: PersonId, now: Date): Booking {
  return {
    ...{
      id: newId<BookingId>(),
      forceId: session.forceId,
      sessionId: session.id,
      personId,
      state: 'WAITING',
    },
    ...{ askedAt: now, lapsesAt: null, reason: null, decidedBy: null, insteadOf: null, wasHeld: null },
    ...{ sequence: 0, changedAt: now },
  };
}
