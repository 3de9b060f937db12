import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { responsesWithdrawn } from './events.js';
import { moveTask } from './marking-task.js';
import { MarkingTaskRepository } from './marking-task.repository.js';
import { moveResponse, type ResponseSource } from './response.js';
import { ResponseRepository } from './response.repository.js';

/**
 * Takes what one attempt or work handed in off every desk, since it counts no more (ASM-129): called in the caller's unit of work.
 * What is released stays as it is, marks that were given stay on record, and a second call is the same answer.
 */
@Injectable()
export class WithdrawResponses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly responses: ResponseRepository,
    private readonly tasks: MarkingTaskRepository,
  ) {}

  async execute(ctx: RequestContext, source: Pick<ResponseSource, 'kind' | 'id'>): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      const all = await this.responses.ofSource(ctx.force, source);
      const waiting = all.filter(({ state }) => state !== 'RELEASED' && state !== 'WITHDRAWN');
      if (waiting.length === 0) return;
      const responseIds = waiting.map(({ id }) => id);
      const tasks = await this.tasks.ofResponses(ctx.force, responseIds);

      for (const task of tasks.filter(({ state }) => state === 'ALLOCATED' || state === 'OPENED'))
        await this.tasks.save(task, moveTask(task, 'ENDED'));
      await this.responses.saveAll(
        waiting.map((response) => ({ ...moveResponse(response, 'WITHDRAWN'), unfilled: 0 })),
      );

      announce(responsesWithdrawn({ sourceKind: source.kind, sourceId: source.id, responseIds }));
    });
  }
}
