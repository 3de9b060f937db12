import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import type { Attempt, AttemptId } from './attempt.js';
import { AttemptRepository } from './attempt.repository.js';
import { Overseers } from './overseers.js';
import { refusal } from './pause-refusals.js';
import { UndoRecall } from './undo-recall.js';
import { wasUndone } from './withdraw-recall.js';

export interface TurnDownRecallInput {
  readonly attemptId: AttemptId;
}

/** A supervisor says that the candidate was not called to a job: the clock has run on (ASM-92). Again is the same answer. */
@Injectable()
export class TurnDownRecall {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly overseers: Overseers,
    private readonly undo: UndoRecall,
  ) {}

  async execute(ctx: RequestContext, input: TurnDownRecallInput): Promise<Attempt> {
    const by = found(actingPerson(ctx));
    const attempt = found(await this.attempts.byId(ctx.force, input.attemptId));
    if (!(await this.overseers.supervises(ctx, attempt.personId))) found(null);
    if (attempt.personId === by) throw refusal('RECALL_OWN');
    if (wasUndone(attempt)) return attempt;
    return this.undo.execute(ctx, attempt, 'turned-down');
  }
}
