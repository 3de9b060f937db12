import { may } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import { type RequestContext, scopeOf } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { markWithdrawn } from './events.js';
import { checkedReason, type Mark, type MarkId } from './mark.js';
import { MarkRepository } from './mark.repository.js';
import { deskOf } from './marking-desk.reader.js';
import { moveTask } from './marking-task.js';
import { MarkingTaskRepository } from './marking-task.repository.js';
import { markingPermissions } from './permissions.js';
import { refusal } from './refusals.js';
import { finalOf, type MarkedResponse } from './response.js';
import { SettleResponse } from './settle-response.js';

export interface WithdrawMarkInput {
  readonly markId: MarkId;
  /** 3–500 characters. */
  readonly reason: string;
}

/**
 * Takes a provisional mark back, so that its marker marks the response anew; the mark stays on record. Its marker may until a
 * moderator has looked; a moderator of the candidate's force until release (ASM-120, ASM-123). Again is the same answer.
 */
@Injectable()
export class WithdrawMark {
  constructor(
    private readonly work: UnitOfWork,
    private readonly marks: MarkRepository,
    private readonly tasks: MarkingTaskRepository,
    private readonly settling: SettleResponse,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: WithdrawMarkInput): Promise<Mark> {
    return this.work.run(ctx, async (announce) => {
      const own = await this.marks.ownById(deskOf(ctx), input.markId);
      const mark = own ?? (await this.asModerator(ctx, input.markId));
      const reason = checkedReason(input.reason);
      if (mark.withdrawnAt !== null) return mark;
      const response = await this.settling.load(mark);
      mayWithdraw(response, own !== null);
      const tasks = await this.tasks.ofResponses(scopeOf(mark.forceId), [mark.responseId]);
      const task = found(tasks.find(({ id }) => id === mark.taskId));
      const withdrawn: Mark = { ...mark, withdrawnAt: this.clock.now() };

      await this.marks.withdraw(mark, this.clock.now());
      await this.tasks.save(task, moveTask(task, 'OPENED'));
      await this.settling.execute(response);

      const { responseId, id: markId, roundId, forceId } = mark;
      announce(markWithdrawn({ responseId, markId, roundId }, { payload: { reason }, forceId }));
      return withdrawn;
    });
  }

  private async asModerator(ctx: RequestContext, markId: MarkId): Promise<Mark> {
    const isModerator = may(ctx, markingPermissions.moderate, { forceWide: true });
    return found(isModerator ? await this.marks.byId(ctx.force, markId) : null);
  }
}

function mayWithdraw(response: MarkedResponse, isOwn: boolean): void {
  if (response.state === 'RELEASED') throw refusal('RESPONSE_RELEASED');
  const final = finalOf(response);
  const isModerated = response.state === 'READY_FOR_RELEASE' && final !== null && final.by !== 'single';
  if (isOwn && isModerated) throw refusal('MARK_IN_REVIEW');
}
