import { may } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { isDuplicateKey, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { assessmentPermissions } from '../access.js';
import type { AttemptId } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import { Overseers } from '../attempt/overseers.js';
import { refusal } from '../attempt/pause-refusals.js';
import { voidProposed } from '../events.js';
import type { VoidProposalId } from './invigilation.schema.js';
import { type VoidProposal, voidReason } from './void-proposal.js';
import { VoidProposalRepository } from './void-proposal.repository.js';

export interface ProposeVoidInput {
  readonly attemptId: AttemptId;
  /** 10–2,000 characters. */
  readonly reason: string;
  /** Whether it is for misconduct: the attempt then stays used up. */
  readonly isMisconduct: boolean;
}

/**
 * Proposes that an attempt shall not count: by an assigned invigilator of its sitting, or whoever may decide on such
 * proposals (ASM-98). Nothing changes until a second person confirms. The same proposal again is the one that waits.
 */
@Injectable()
export class ProposeVoid {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly proposals: VoidProposalRepository,
    private readonly overseers: Overseers,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ProposeVoidInput): Promise<VoidProposal> {
    try {
      return await this.propose(ctx, input);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.propose(ctx, input);
    }
  }

  private async propose(ctx: RequestContext, input: ProposeVoidInput): Promise<VoidProposal> {
    const by = found(actingPerson(ctx));
    const { attemptId, isMisconduct } = input;
    return this.work.run(ctx, async (announce) => {
      const { personId, sittingId, state } = found(await this.attempts.byId(ctx.force, attemptId));
      const mayPropose =
        may(ctx, assessmentPermissions.decideVoid) || (await this.overseers.invigilates(ctx, sittingId));
      found(mayPropose ? by : null);
      const latest = await this.proposals.latest(ctx.force, attemptId);

      if (by === personId) throw refusal('VOID_OWN_PROPOSAL');
      if (state === 'VOIDED') throw refusal('ATTEMPT_VOIDED');
      const reason = voidReason(input.reason);
      if (latest?.state === 'PROPOSED') return theSame(latest, { by, reason });
      const proposal: VoidProposal = {
        ...{ id: newId<VoidProposalId>(), forceId: ctx.force.forceId, attemptId, personId },
        ...{ state: 'PROPOSED', reason, isMisconduct, proposedBy: by, proposedAt: this.clock.now() },
        ...{ decidedBy: null, decidedAt: null },
      };

      await this.proposals.add(proposal);

      announce(voidProposed({ attemptId, personId, isMisconduct }, { payload: { reason } }));
      return proposal;
    });
  }
}

function theSame(latest: VoidProposal, now: { by: string; reason: string }): VoidProposal {
  if (latest.proposedBy !== now.by || latest.reason !== now.reason) throw refusal('VOID_PROPOSED');
  return latest;
}
