import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { mustReachCohort } from '../access.js';
import { CancelBookings } from '../booking/cancel-bookings.js';
import { dueKey, rebookSession } from '../jobs.js';
import { SittingRepository } from '../sitting/sitting.repository.js';
import { sessionCancelled } from './events.js';
import { HoldRepository } from './hold.repository.js';
import { sessionPermissions } from './permissions.js';
import { cancelled, type Session, type SessionId, sessionReason, takesBookings } from './session.js';
import { SessionRepository } from './session.repository.js';

export interface CancelSessionInput {
  readonly sessionId: SessionId;
  /** 3 to 500 characters, for those who were to come. */
  readonly reason: string;
}

/** What a session had taken goes back: room, trainers, seats of the sitting. */
@Injectable()
export class FreeSession {
  constructor(
    private readonly holds: HoldRepository,
    private readonly sittings: SittingRepository,
    private readonly timetable: Timetable,
  ) {}

  async execute(ctx: RequestContext, { id, sittingId, seats }: Session, now: Date): Promise<void> {
    await this.holds.free(ctx.force, id);
    if (sittingId !== null) await this.sittings.returnSeat(ctx.force, sittingId, seats);
    const due = { key: dueKey.rebookSession(id), dueAt: now, payload: { sessionId: id } };
    await this.timetable.set(ctx, rebookSession, due);
  }
}

/**
 * Cancels a session before it begins (ASM-186), with a reason (ASM-187): every booking with it, and those who had one are offered
 * another in order (ASM-199). Cancelling again is the same answer.
 */
@Injectable()
export class CancelSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly bookings: CancelBookings,
    private readonly free: FreeSession,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: CancelSessionInput): Promise<Session> {
    const now = this.clock.now();
    return this.work.run(ctx, async (announce) => {
      const session = await this.sessions.load(ctx.force, input.sessionId);
      mustReachCohort(ctx, sessionPermissions.cancel, session.cohort);
      if (session.state === 'CANCELLED') return session;
      const reason = sessionReason(input.reason);
      takesBookings(session, now);
      const ended = cancelled(session, reason, now);
      await this.sessions.saveCancelled(ended);
      await this.bookings.execute(ctx, announce, ended);
      await this.free.execute(ctx, ended, now);
      const { id: sessionId, courseCode, kind } = session;
      announce(sessionCancelled({ sessionId, courseCode, kind }, { payload: { reason } }));
      return ended;
    });
  }
}
