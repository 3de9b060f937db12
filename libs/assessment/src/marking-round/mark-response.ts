import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import type { AssessorStanding } from '@app/standing';
import { Inject, Injectable } from '@nestjs/common';
import { responseMarked } from './events.js';
import type { Mark, MarkId } from './mark.js';
import { MarkRepository } from './mark.repository.js';
import { deskOf } from './marking-desk.reader.js';
import { type MarkingTask, type MarkingTaskId, moveTask } from './marking-task.js';
import { MarkingTaskRepository } from './marking-task.repository.js';
import { refusal } from './refusals.js';
import { type MarkedResponse, outOf } from './response.js';
import { type CriterionPoints, checkedComment, checkedCriteria, isSameMark, totalOf } from './rubric-mark.js';
import { SettleResponse } from './settle-response.js';
import { WhoMayMark } from './who-may-mark.js';

export interface MarkResponseInput {
  readonly taskId: MarkingTaskId;
  readonly criteria: readonly CriterionPoints[];
  readonly comment?: string | null | undefined;
}

/**
 * Gives a provisional mark by the rubric. Refuses what is not on the marker's desk (NOT_FOUND), a mark that does not fit the
 * rubric (ASM-119), a second and other one (ASM-120), a marker with a conflict (ASM-115) or without standing at this moment
 * (ASM-116), and anything after release (ASM-123). The same mark again is the same answer.
 */
@Injectable()
export class MarkResponse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: MarkingTaskRepository,
    private readonly marks: MarkRepository,
    private readonly whoMayMark: WhoMayMark,
    private readonly settling: SettleResponse,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: MarkResponseInput): Promise<MarkingTaskId> {
    return this.work.run(ctx, async (announce) => {
      const task = await this.tasks.load(deskOf(ctx), input.taskId);
      const response = await this.settling.load(task);
      const before = await this.marks.ofTask(task);

      const criteria = checkedCriteria(response.rubric, input.criteria);
      const comment = checkedComment(input.comment);
      if (before !== null && isSameMark(before.criteria, criteria) && before.comment === comment)
        return task.id;
      if (response.state === 'RELEASED') throw refusal('RESPONSE_RELEASED');
      if (before !== null) throw refusal('MARK_GIVEN');
      if (task.state === 'ENDED') throw refusal('TASK_ENDED');
      const standing = await this.whoMayMark.mustBeLegitimate(task, response);
      const mark = this.given(task, response, { criteria, comment, standing });

      await this.marks.add(mark);
      await this.tasks.save(task, moveTask(task, 'MARKED'));
      await this.settling.execute(response);

      const { responseId, id: markId, roundId, forceId } = mark;
      announce(responseMarked({ responseId, markId, roundId }, { forceId }));
      return task.id;
    });
  }

  private given(
    task: MarkingTask,
    response: MarkedResponse,
    what: { criteria: CriterionPoints[]; comment: string | null; standing: AssessorStanding },
  ): Mark {
    const { forceId, roundId, responseId, markerId, markerForceId, itemKey } = task;
    return {
      id: newId<MarkId>(),
      ...{ forceId, roundId, responseId, taskId: task.id, markerId, markerForceId, itemKey },
      ...what,
      ...{ total: totalOf(what.criteria), outOf: outOf(response) },
      ...{ givenAt: this.clock.now(), withdrawnAt: null, flags: [] },
    };
  }
}
