import { type RequestContext, scopeOf } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { responseHandedOn } from './events.js';
import { checkedReason } from './mark.js';
import { deskOf } from './marking-desk.reader.js';
import { isStillToMark, type MarkingTaskId, moveTask } from './marking-task.js';
import { MarkingTaskRepository } from './marking-task.repository.js';
import { ResponseRepository } from './response.repository.js';

export interface HandOnResponseInput {
  readonly taskId: MarkingTaskId;
  /** 3–500 characters. */
  readonly reason: string;
}

/**
 * Gives a response back so that somebody else marks it; it never returns to this marker. Refuses a missing reason and what is
 * marked (ASM-127). Handed on again is the same answer.
 */
@Injectable()
export class HandOnResponse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: MarkingTaskRepository,
    private readonly responses: ResponseRepository,
  ) {}

  async execute(ctx: RequestContext, input: HandOnResponseInput): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      const task = await this.tasks.load(deskOf(ctx), input.taskId);
      const reason = checkedReason(input.reason);
      if (task.state === 'ENDED') return;
      isStillToMark(task);
      const response = await this.responses.load(scopeOf(task.forceId), task.responseId);

      await this.tasks.save(task, moveTask(task, 'ENDED'));
      await this.responses.save({ ...response, unfilled: response.unfilled + 1 });

      const { id: responseId, courseCode, componentKey, forceId } = response;
      const what = { responseId, taskId: task.id, courseCode, componentKey };
      announce(responseHandedOn(what, { payload: { reason }, forceId }));
    });
  }
}
