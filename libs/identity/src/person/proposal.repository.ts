import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { type Id, newId, objectId } from '@app/platform/ids/ids.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { PROPOSAL, type StoredProposal } from './proposal.schema.js';

/** Records proposals to hold an account that another force holds. */
@Injectable()
export class ProposalRepository {
  constructor(
    @InjectModel(PROPOSAL) private readonly proposals: Model<StoredProposal>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Records the proposal. Returns its id when it is new, null when it was there. */
  async propose(
    scope: ForceScope,
    personId: PersonId,
    staffNumber: string | null,
  ): Promise<Id<'Proposal'> | null> {
    const id = newId<Id<'Proposal'>>();
    const result = await this.proposals.updateOne(
      { forceId: objectId(scope.forceId), personId: objectId(personId) },
      { $setOnInsert: { _id: objectId(id), staffNumber, at: this.clock.now() } },
      { upsert: true },
    );
    return result.upsertedCount === 1 ? id : null;
  }
}
