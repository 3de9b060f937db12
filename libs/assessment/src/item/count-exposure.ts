import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import type { AttemptId } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import type { ItemId } from './item.js';
import { ItemRepository } from './item.repository.js';

/** Counts one more paper for each item of a started attempt. Apart from starting, so that no two starts contend for it. */
@Injectable()
export class CountExposure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly items: ItemRepository,
  ) {}

  async execute(ctx: RequestContext, input: { attemptId: AttemptId }): Promise<void> {
    await this.work.run(ctx, async () => {
      const attempt = await this.attempts.byId(ctx.force, input.attemptId);
      if (attempt !== null) await this.items.countExposure(attempt.paper.map(({ itemId }) => itemId));
    });
  }

  /** Counts one more paper for each of these: what a recall has added to an attempt. */
  async ofItems(ctx: RequestContext, itemIds: readonly ItemId[]): Promise<void> {
    await this.work.run(ctx, () => this.items.countExposure([...itemIds]));
  }
}
