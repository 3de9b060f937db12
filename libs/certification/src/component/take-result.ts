import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import type { Award } from '../award/award.js';
import { ActOnFailedTest } from '../holding/act-on-failed-test.js';
import { ReconsiderHoldings } from '../holding/reconsider-holdings.js';
import { CollectOutcome, type CollectOutcomeInput } from './collect-outcome.js';

/**
 * What follows from a result that a person may know: it is collected towards the award; failed, it acts on authority to practise where
 * a rule calls it a proficiency test (CRT-54); and certifications that ask for the component are looked at anew (CRT-58).
 */
@Injectable()
export class TakeResult {
  constructor(
    private readonly work: UnitOfWork,
    private readonly collectOutcome: CollectOutcome,
    private readonly actOnFailedTest: ActOnFailedTest,
    private readonly reconsiderHoldings: ReconsiderHoldings,
  ) {}

  /** The award of the cycle, given now or before; null while something is missing. */
  async execute(ctx: RequestContext, result: CollectOutcomeInput): Promise<Award | null> {
    return this.work.run(ctx, async () => {
      const award = await this.collectOutcome.execute(ctx, result);
      if (!result.passed) await this.actOnFailedTest.execute(ctx, result);
      await this.reconsiderHoldings.execute(ctx, { personId: result.personId });
      return award;
    });
  }
}
