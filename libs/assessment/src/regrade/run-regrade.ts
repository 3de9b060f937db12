import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { runRegrade } from './jobs.js';
import type { Regrade, RegradeId } from './regrade.js';
import { RegradeRepository } from './regrade.repository.js';
import { RegradeSteps } from './regrade-steps.js';

const SWEEP_AFTER_MS = 120_000;

/**
 * Does one page of a regrade's work and sets the next on the timetable: as a chain of short transactions, so that a list of many
 * thousands blocks nothing, its progress is there to see, and a dry run can be cancelled between two pages. A page that is done
 * twice is done once: the regrade's revision, and the lines' keys, see to that.
 */
@Injectable()
export class RunRegrade {
  constructor(
    private readonly work: UnitOfWork,
    private readonly regrades: RegradeRepository,
    private readonly steps: RegradeSteps,
    private readonly timetable: Timetable,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { regradeId }: { regradeId: RegradeId }): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      const regrade = await this.regrades.load(regradeId);
      if (!isAtWork(regrade)) return;

      const after = await this.steps.next(regrade, announce);

      const saved = await this.regrades.save(after);
      if (isAtWork(saved)) await this.schedule(ctx, saved);
    });
  }

  /** Sets the next page on the timetable: now, or for the sweep when all that was under way is over. */
  async schedule(ctx: RequestContext, regrade: Regrade): Promise<void> {
    const { id: regradeId, phase, cursor, inForceAt } = regrade;
    const isFirstOfSweep = phase === 'sweep' && cursor === null && inForceAt !== null;
    const dueAt = isFirstOfSweep ? new Date(inForceAt.getTime() + SWEEP_AFTER_MS) : this.clock.now();
    await this.timetable.set(ctx, runRegrade, { key: `regrade-${regradeId}`, dueAt, payload: { regradeId } });
  }
}

function isAtWork({ state, phase }: Regrade): boolean {
  return state === 'LOOKING' || state === 'APPLYING' || (state === 'APPLIED' && phase === 'sweep');
}
