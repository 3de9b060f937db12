import { type RequestContext, scopeOf } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { deskOf } from './marking-desk.reader.js';
import { type MarkingTaskId, moveTask } from './marking-task.js';
import { MarkingTaskRepository } from './marking-task.repository.js';
import { moveResponse } from './response.js';
import { ResponseRepository } from './response.repository.js';

/**
 * Opens the next response on the acting marker's desk: item by item, in the item's own order, what was put off last (ASM-117).
 * Null when nothing is left. Asked again before marking, it is the same one. Nothing is announced: opening decides nothing.
 */
@Injectable()
export class TakeNextResponse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: MarkingTaskRepository,
    private readonly responses: ResponseRepository,
  ) {}

  async execute(ctx: RequestContext): Promise<MarkingTaskId | null> {
    return this.work.run(ctx, async () => {
      const task = await this.tasks.next(deskOf(ctx));
      if (task === null) return null;
      if (task.state === 'OPENED') return task.id;
      const response = await this.responses.load(scopeOf(task.forceId), task.responseId);

      await this.tasks.save(task, moveTask(task, 'OPENED'));
      if (response.state === 'NOT_MARKED') await this.responses.save(moveResponse(response, 'IN_MARKING'));
      return task.id;
    });
  }
}
