import { WithdrawResponses } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { factsOf, workWithdrawn } from './events.js';
import { moveWork, type Work, type WorkId } from './work.js';
import { WorkRepository } from './work.repository.js';
import { authorOf } from './work-ground.js';

/** Takes one's own work back, until it has a mark (PRA-36); it leaves every marker's desk. Again is the same answer. */
@Injectable()
export class WithdrawWork {
  constructor(
    private readonly work: UnitOfWork,
    private readonly works: WorkRepository,
    private readonly responses: WithdrawResponses,
  ) {}

  async execute(ctx: RequestContext, { workId }: { workId: WorkId }): Promise<Work> {
    return this.work.run(ctx, async (announce) => {
      const before = await this.works.loadOwn(ctx.force, workId, authorOf(ctx));
      if (before.state === 'WITHDRAWN') return before;
      const after = moveWork(before, 'WITHDRAWN');

      await this.works.save(before, after);
      await this.responses.execute(ctx, { kind: 'work', id: workId });

      announce(workWithdrawn(factsOf(after)));
      return after;
    });
  }
}
