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
import { PlaceRepository } from './place.repository.js';
import { moveSitting, reasonOf, type Sitting, type SittingId, takesBookings } from './sitting.js';
import { SittingRepository } from './sitting.repository.js';

export interface CancelSittingInput {
  readonly sittingId: SittingId;
  /** 3 to 500 characters, for those who hold a place. */
  readonly reason: string;
}

/**
 * Cancels a sitting that is not over. Refuses without a reason (ASM-17), while somebody sits (ASM-16), after the closing
 * (ASM-14). Cancelling again is the same answer.
 */
@Injectable()
export class CancelSitting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sittings: SittingRepository,
    private readonly places: PlaceRepository,
    private readonly attempts: AttemptRepository,
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
      const isRunning = await this.attempts.isAnyOpen(ctx.force, sittingId);

      const cancelReason = reasonOf(input.reason);
      takesBookings(sitting, now);
      if (isRunning) throw refusal('SITTING_RUNNING');
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
