import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { type Attempt, type AttemptId, moveAttempt } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import { refusal } from '../attempt/pause-refusals.js';
import { attemptVoided, voidRefused } from '../events.js';
import { LetGoOfAttempt } from './let-go-of-attempt.js';
import { decide, type VoidProposal } from './void-proposal.js';
import { VoidProposalRepository } from './void-proposal.repository.js';

export interface DecideVoidInput {
  readonly attemptId: AttemptId;
  /** True to void the attempt; false to let it count. */
  readonly confirm: boolean;
}

/**
 * The second person decides whether an attempt shall not count (ASM-98): neither the proposer nor the candidate. What
 * waits for markers leaves their desks with it (ASM-129). What
 * follows for an award is said by the event. The same decision again is the same answer.
 */
@Injectable()
export class DecideVoid {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly proposals: VoidProposalRepository,
    private readonly letGo: LetGoOfAttempt,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: DecideVoidInput): Promise<VoidProposal> {
    const by = { personId: found(actingPerson(ctx)), at: this.clock.now() };
    const to = input.confirm ? 'CONFIRMED' : 'REFUSED';
    return this.work.run(ctx, async (announce) => {
      const attempt = found(await this.attempts.byId(ctx.force, input.attemptId));
      const latest = await this.proposals.latest(ctx.force, input.attemptId);
      if (latest === null) throw refusal('VOID_NOT_PROPOSED');
      if (latest.state === to && latest.decidedBy === by.personId) return latest;

      const decided = decide(latest, to, by);
      await this.proposals.saveDecision(decided);
      const { id: attemptId, personId } = attempt;
      if (!input.confirm) {
        announce(voidRefused({ attemptId, personId }));
        return decided;
      }
      await this.save(ctx, attempt, decided);

      announce(voided(attempt, decided));
      return decided;
    });
  }

  private async save(ctx: RequestContext, attempt: Attempt, decided: VoidProposal): Promise<void> {
    const at = decided.decidedAt ?? decided.proposedAt;
    const { proposedBy, isMisconduct } = decided;
    const confirmedBy = decided.decidedBy ?? proposedBy;
    const after: Attempt = {
      ...moveAttempt(attempt, 'VOIDED'),
      finishedAt: attempt.finishedAt ?? at,
      voided: { at, proposedBy, confirmedBy, isMisconduct },
    };
    if (!(await this.attempts.saveVoid(attempt, after))) throw new Fault('CONFLICT');
    await this.letGo.execute(ctx, attempt);
  }
}

function voided(attempt: Attempt, { isMisconduct }: VoidProposal) {
  const { id: attemptId, personId, courseCode, versionId, componentKey, marks, state } = attempt;
  const wasPassed = state === 'RELEASED' && marks?.passed === true;
  return attemptVoided({ attemptId, personId, courseCode, versionId, componentKey, isMisconduct, wasPassed });
}
