import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { deskOf } from './marking-desk.reader.js';
import { isStillToMark, type MarkingTaskId } from './marking-task.js';
import { MarkingTaskRepository } from './marking-task.repository.js';

export interface SkipResponseInput {
  readonly taskId: MarkingTaskId;
}

/**
 * Puts a response off: it comes again after all others, and stays the marker's. Refuses what is marked or no longer theirs
 * (ASM-127). Nothing is announced: a marker's order of work decides nothing.
 */
@Injectable()
export class SkipResponse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: MarkingTaskRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { taskId }: SkipResponseInput): Promise<void> {
    await this.work.run(ctx, async () => {
      const task = await this.tasks.load(deskOf(ctx), taskId);
      isStillToMark(task);
      await this.tasks.save(task, { ...task, skippedAt: this.clock.now() });
    });
  }
}
