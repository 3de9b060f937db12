import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { evidenceWithdrawn } from '../events.js';
import { refusal } from '../refusals.js';
import { type Evidence, type EvidenceId, refuseEnded } from './evidence.js';
import { EvidenceRepository } from './evidence.repository.js';
import { withdrawnFacts } from './record-evidence.js';

export interface WithdrawEvidenceInput {
  readonly evidenceId: EvidenceId;
  /** Why. Personal: kept in the erasable payload of the journal and nowhere else. */
  readonly reason: string;
}

/** Withdraws a piece of evidence: from now on it does not count; what was known before stays as it was known. */
@Injectable()
export class WithdrawEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: WithdrawEvidenceInput): Promise<Evidence> {
    const reason = input.reason.trim();
    if (reason === '') throw refusal('EVIDENCE_REASON_MISSING', { field: 'reason' });
    return this.work.run(ctx, async (announce) => {
      const evidence = found(await this.evidence.byId(ctx.force, input.evidenceId));
      if (evidence.ended?.how === 'withdrawn') return evidence;
      refuseEnded(evidence);
      const ended = { at: this.clock.now(), how: 'withdrawn' } as const;
      await this.evidence.end(ctx.force, evidence.id, ended);
      announce(
        evidenceWithdrawn(withdrawnFacts(evidence, 'withdrawn'), {
          payload: { reason },
          forceId: evidence.forceId,
        }),
      );
      return { ...evidence, ended };
    });
  }
}
