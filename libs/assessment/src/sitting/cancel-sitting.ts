import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { assessmentPermissions, mustReachCohort } from '../access.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import { sittingCancelled } from '../events.js';
import { dueKey } from '../jobs.js';
import { refusal } from '../refusals.js';
import { refusal as sessionRefusal } from '../session/refusals.js';
import { SessionRepository } from '../session/session.repository.js';
import { PlaceRepository } from './place.repository.js';
import { moveSitting, reasonOf, type Sitting, type SittingId, takesBookings } from './sitting.js';
import { SittingRepository } from './sitting.repository.js';

export interface CancelSittingInput {
  readonly sittingId: SittingId;
  /** 3 to 500 characters, for those who hold a place. */
  readonly reason: string;
}

/** What keeps a sitting from being cancelled: somebody sits, or it is sat in sessions. */
@Injectable()
export class SittingUse {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly sessions: SessionRepository,
  ) {}

  /** Whether somebody sits now. */
  async isRunning(ctx: RequestContext, sittingId: SittingId): Promise<boolean> {
    return this.attempts.isAnyOpen(ctx.force, sittingId);
  }

  /** ASM-183. Throws while a session of it stands. */
  async mustHaveNoSessions(ctx: RequestContext, sittingId: SittingId): Promise<void> {
    if (await this.sessions.isSatIn(ctx.force, sittingId)) throw sessionRefusal('SITTING_HAS_SESSIONS');
  }
}

/**
 * Cancels a sitting that is not over. Refuses without a reason (ASM-17), while somebody sits (ASM-16) or a session of it stands (ASM-183), after the closing
 * (ASM-14). Cancelling again is the same answer.
 */
@Injectable()
export class CancelSitting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sittings: SittingRepository,
    private readonly places: PlaceRepository,
    private readonly use: SittingUse,
    private readonly timetable: Timetable,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: CancelSittingInput): Promise<Sitting> {
    const { sittingId } = input;
    const now = this.clock.now();
    return this.work.run(ctx, async (announce) => {
      const sitting = await this.sittings.load(ctx.force, sittingId);
      mustReachCohort(ctx, assessmentPermissions.cancelSitting, sitting.cohort);
      if (sitting.state === 'CANCELLED') return sitting;
      const isRunning = await this.use.isRunning(ctx, sittingId);

      const cancelReason = reasonOf(input.reason);
      takesBookings(sitting, now);
      if (isRunning) throw refusal('SITTING_RUNNING');
      await this.use.mustHaveNoSessions(ctx, sittingId);
      const cancelled = { ...moveSitting(sitting, 'CANCELLED'), cancelReason };

      await this.sittings.saveState(cancelled, sitting.state);
      await this.places.cancelAll(ctx.force, sittingId, now);
      for (const key of [dueKey.openSitting, dueKey.closeSitting, dueKey.remindSitting])
        await this.timetable.cancel(key(sittingId));

      announce(
        sittingCancelled(
          { sittingId, courseCode: sitting.courseCode },
          { payload: { reason: cancelReason } },
        ),
      );
      return cancelled;
    });
  }
}
