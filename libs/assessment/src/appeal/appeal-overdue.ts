import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import type { AppealId } from './appeal.js';
import { AppealRepository } from './appeal.repository.js';
import { appealOverdue } from './events.js';

/** Says that an appeal was not decided in time, once and as of the due instant. It stays open: lateness decides nothing. */
@Injectable()
export class RecordOverdueAppeal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly appeals: AppealRepository,
  ) {}

  async execute(
    ctx: RequestContext,
    { appealId, dueAt }: { appealId: AppealId; dueAt: Date },
  ): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      const appeal = await this.appeals.load(ctx.force, appealId);
      if (appeal.state !== 'ASKED' || appeal.overdueAt !== null) return;

      await this.appeals.save({ ...appeal, overdueAt: dueAt });

      const { attemptId, personId } = appeal;
      announce(appealOverdue({ appealId, attemptId, personId, at: dueAt.toISOString() }));
    });
  }
}
