import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { ReconsiderAward, type ReconsiderAwardInput } from '../award/reconsider-award.js';
import { ActOnFailedTest } from '../holding/act-on-failed-test.js';
import { ReconsiderHoldings } from '../holding/reconsider-holdings.js';

/**
 * What follows when a result that a person was told is another, or counts no more: the award is reconsidered; a result that is a fail
 * after all acts on authority to practise as it would have at once (CRT-54), while voided work is no fail; and certifications that ask
 * for the component are looked at anew (CRT-58).
 */
@Injectable()
export class ReconsiderResult {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reconsiderAward: ReconsiderAward,
    private readonly actOnFailedTest: ActOnFailedTest,
    private readonly reconsiderHoldings: ReconsiderHoldings,
  ) {}

  async execute(ctx: RequestContext, result: ReconsiderAwardInput): Promise<void> {
    await this.work.run(ctx, async () => {
      if (!result.passed && result.voided !== true) await this.actOnFailedTest.execute(ctx, result);
      await this.reconsiderAward.execute(ctx, result);
      await this.reconsiderHoldings.execute(ctx, { personId: result.personId });
    });
  }
}
