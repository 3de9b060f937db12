import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { attemptSuspended } from '../events.js';
import type { Attempt, AttemptId } from './attempt.js';
import { CloseAttempt } from './close-attempt.js';
import { MoveClock } from './move-clock.js';
import { Overseers } from './overseers.js';
import type { RecallAsker } from './pause.js';
import { suspend } from './pause-rules.js';
import { RecallDue } from './recall-due.js';

export interface SuspendAttemptInput {
  readonly attemptId: AttemptId;
}

/**
 * Stops the clock of a running attempt because its candidate is called to a job (ASM-90): by the candidate, an assigned
 * invigilator of its sitting, or a supervisor of the candidate, whose asking confirms it. Refuses an attempt that is over.
 * Again is the same answer.
 */
@Injectable()
export class SuspendAttempt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly closing: CloseAttempt,
    private readonly overseers: Overseers,
    private readonly clock: MoveClock,
    private readonly due: RecallDue,
  ) {}

  async execute(ctx: RequestContext, input: SuspendAttemptInput): Promise<Attempt> {
    const now = this.clock.now();
    const personId = actingPerson(ctx);
    if (personId === undefined) throw new Fault('FORBIDDEN');
    return this.work.run(ctx, async (announce) => {
      const attempt = await this.closing.execute(ctx, input);
      const as = found(await this.roleOf(ctx, attempt, personId));
      const suspended = suspend(attempt, { personId, as, now });
      if (suspended === attempt) return attempt;

      await this.clock.save(ctx, attempt, suspended);
      await this.due.set(ctx, suspended);

      const { id: attemptId } = attempt;
      announce(
        attemptSuspended({
          ...{ attemptId, personId: attempt.personId, askedBy: personId, askedAs: as },
          at: now.toISOString(),
        }),
      );
      return suspended;
    });
  }

  /** In which role the person may ask; null when in none. */
  private async roleOf(
    ctx: RequestContext,
    attempt: Attempt,
    personId: PersonId,
  ): Promise<RecallAsker | null> {
    if (attempt.personId === personId) return 'candidate';
    if (await this.overseers.supervises(ctx, attempt.personId)) return 'supervisor';
    return (await this.overseers.invigilates(ctx, attempt.sittingId)) ? 'invigilator' : null;
  }
}
