import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { recallConfirmed } from '../events.js';
import type { Attempt, AttemptId } from './attempt.js';
import { AttemptRepository } from './attempt.repository.js';
import { MoveClock } from './move-clock.js';
import { Overseers } from './overseers.js';
import { confirm } from './pause-rules.js';
import { RecallDue } from './recall-due.js';

export interface ConfirmRecallInput {
  readonly attemptId: AttemptId;
}

/**
 * Confirms that the candidate was called to a job (ASM-91): by a supervisor of theirs, who is neither the candidate nor
 * whoever asked. Again is the same answer.
 */
@Injectable()
export class ConfirmRecall {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly overseers: Overseers,
    private readonly clock: MoveClock,
    private readonly due: RecallDue,
  ) {}

  async execute(ctx: RequestContext, input: ConfirmRecallInput): Promise<Attempt> {
    const by = found(actingPerson(ctx));
    return this.work.run(ctx, async (announce) => {
      const attempt = found(await this.attempts.byId(ctx.force, input.attemptId));
      if (!(await this.overseers.supervises(ctx, attempt.personId))) found(null);
      const confirmed = confirm(attempt, by, this.clock.now());
      if (confirmed === attempt) return attempt;

      await this.clock.save(ctx, attempt, confirmed);
      await this.due.set(ctx, confirmed);

      announce(recallConfirmed({ attemptId: attempt.id, personId: attempt.personId, confirmedBy: by }));
      return confirmed;
    });
  }
}
