import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { claimTakenBack } from '../events.js';
import { type ClaimId, type EvidenceClaim, mustBeOpen } from './claim.js';
import { ClaimRepository } from './claim.repository.js';
import { claimFacts } from './put-forward.js';

/** Whoever put something forward takes it back while nobody has decided it. The same again is the same answer. */
@Injectable()
export class TakeBackClaim {
  constructor(
    private readonly work: UnitOfWork,
    private readonly claims: ClaimRepository,
  ) {}

  async execute(ctx: RequestContext, input: { readonly claimId: ClaimId }): Promise<EvidenceClaim> {
    return this.work.run(ctx, async (announce) => {
      const claim = found(await this.claims.byId(ctx.force, input.claimId));
      if (claim.by !== actingPerson(ctx)) throw new Fault('NOT_FOUND');
      if (claim.state === 'taken-back') return claim;
      mustBeOpen(claim);
      const ended: EvidenceClaim = { ...claim, state: 'taken-back' };
      await this.claims.end(ended);
      announce(claimTakenBack(claimFacts(ended)));
      return ended;
    });
  }
}
