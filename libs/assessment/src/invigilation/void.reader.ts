import type { ForceScope } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { Attempt } from '../attempt/attempt.js';
import type { VoidProposal } from './void-proposal.js';
import { VoidProposalRepository } from './void-proposal.repository.js';

/** Reads proposals to void attempts for screens. */
@Injectable()
export class VoidReader {
  constructor(private readonly proposals: VoidProposalRepository) {}

  /** Those of the force that wait for a second person, earliest first; at most 200. */
  async waiting(scope: ForceScope): Promise<VoidProposal[]> {
    return this.proposals.waiting(scope);
  }

  /** Why an attempt, which the caller has shown to be theirs, was voided; null unless it was. */
  async reasonOf(scope: ForceScope, attempt: Attempt): Promise<string | null> {
    if (attempt.state !== 'VOIDED') return null;
    const latest = await this.proposals.latest(scope, attempt.id);
    return latest?.state === 'CONFIRMED' ? latest.reason : null;
  }
}
