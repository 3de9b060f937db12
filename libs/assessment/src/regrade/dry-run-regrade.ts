import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { regradeCancelled } from './events.js';
import { lookAgain, moveRegrade, type Regrade, type RegradeId } from './regrade.js';
import { RegradeRepository } from './regrade.repository.js';
import { RegradedAttemptRepository } from './regraded-attempt.repository.js';
import { RunRegrade } from './run-regrade.js';

interface WhichRegrade {
  readonly regradeId: RegradeId;
}

/** Looks at every attempt once more, as the next dry run: after a list went stale, or before applying an old one. Nothing else changes. */
@Injectable()
export class DryRunRegrade {
  constructor(
    private readonly work: UnitOfWork,
    private readonly regrades: RegradeRepository,
    private readonly attempts: RegradedAttemptRepository,
    private readonly run: RunRegrade,
  ) {}

  async execute(ctx: RequestContext, { regradeId }: WhichRegrade): Promise<Regrade> {
    return this.work.run(ctx, async () => {
      const regrade = await this.regrades.load(regradeId);
      if (regrade.state === 'LOOKING') return regrade;
      const again = lookAgain(regrade, await this.attempts.count(regrade.itemVersionId));

      const saved = await this.regrades.save(again);
      await this.run.schedule(ctx, saved);

      return saved;
    });
  }
}

/** Gives a regrade up, at whatever moment before it is applied: nothing but its list was ever written (ASM-144). */
@Injectable()
export class CancelRegrade {
  constructor(
    private readonly work: UnitOfWork,
    private readonly regrades: RegradeRepository,
  ) {}

  async execute(ctx: RequestContext, { regradeId }: WhichRegrade): Promise<Regrade> {
    return this.work.run(ctx, async (announce) => {
      const regrade = await this.regrades.load(regradeId);
      if (regrade.state === 'CANCELLED') return regrade;
      const cancelled = moveRegrade(regrade, 'CANCELLED');

      const saved = await this.regrades.save(cancelled);

      const { itemKey, courseCode } = regrade;
      announce(regradeCancelled({ regradeId, itemKey, courseCode }));
      return saved;
    });
  }
}
