import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { assessmentPermissions, mustReachCohort } from '../access.js';
import { resultsReleased } from '../events.js';
import { refusal } from '../refusals.js';
import { type Sitting, type SittingId, stateAt } from '../sitting/sitting.js';
import { SittingRepository } from '../sitting/sitting.repository.js';
import { AttemptRepository } from './attempt.repository.js';
import type { AttemptHead } from './attempt-rules.js';
import { CloseAttempt } from './close-attempt.js';
import { announceResult } from './finish-attempt.js';

export interface ReleaseResultsInput {
  readonly sittingId: SittingId;
}

/**
 * Lets everybody who sat see their result, and announces what each came to. Refuses before the closing (ASM-40), while somebody with
 * extra time still sits (ASM-100), and for
 * a cancelled sitting (ASM-15). Attempts that wait for a marker stay; releasing again releases what was marked since.
 */
@Injectable()
export class ReleaseResults {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sittings: SittingRepository,
    private readonly attempts: AttemptRepository,
    private readonly closing: CloseAttempt,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ReleaseResultsInput): Promise<Sitting> {
    const { sittingId } = input;
    const now = this.clock.now();
    return this.work.run(ctx, async (announce) => {
      const sitting = await this.sittings.load(ctx.force, sittingId);
      mustReachCohort(ctx, assessmentPermissions.releaseResults, sitting.cohort);

      mayRelease(sitting, now);

      const attempts = await this.attempts.ofSitting(ctx.force, sittingId);
      nobodySits(attempts, now);
      for (const { id, state } of attempts)
        if (state === 'OPEN') await this.closing.execute(ctx, { attemptId: id });
      const released = await this.attempts.release(ctx.force, sittingId, now);
      if (sitting.resultsReleasedAt !== null && released.length === 0) return sitting;
      await this.sittings.saveRelease(ctx.force, sittingId, now);

      for (const attempt of released) announceResult(attempt, announce);
      announce(resultsReleased({ sittingId }));
      return { ...sitting, resultsReleasedAt: sitting.resultsReleasedAt ?? now };
    });
  }
}

function mayRelease(sitting: Sitting, now: Date): void {
  const state = stateAt(sitting, now);
  if (state === 'CANCELLED') throw refusal('SITTING_CANCELLED');
  if (state !== 'CLOSED') throw refusal('RESULTS_TOO_EARLY', { facts: { closesAt: sitting.closesAt } });
}

/** ASM-100: throws while an attempt still runs, naming the instant at which the last of them ends. */
function nobodySits(attempts: readonly AttemptHead[], now: Date): void {
  const ends = attempts.filter(({ state, endsAt }) => state === 'OPEN' && endsAt > now);
  if (ends.length === 0) return;
  const closesAt = new Date(Math.max(...ends.map(({ endsAt }) => endsAt.getTime())));
  throw refusal('RESULTS_TOO_EARLY', { facts: { closesAt } });
}
