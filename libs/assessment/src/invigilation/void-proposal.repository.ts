import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AttemptId } from '../attempt/attempt.js';
import { type StoredVoidProposal, VOID_PROPOSAL, type VoidProposalId } from './invigilation.schema.js';
import type { VoidProposal } from './void-proposal.js';

/** Keeps the proposals to void attempts. */
@Injectable()
export class VoidProposalRepository {
  constructor(@InjectModel(VOID_PROPOSAL) private readonly proposals: Model<StoredVoidProposal>) {}

  /** The latest proposal about an attempt; null when there was none. */
  async latest(scope: ForceScope, attemptId: AttemptId): Promise<VoidProposal | null> {
    const filter = { forceId: objectId(scope.forceId), attemptId: objectId(attemptId) };
    const stored = await this.proposals.findOne(filter).sort({ proposedAt: -1, _id: -1 }).lean();
    return stored === null ? null : proposalOf(stored);
  }

  /** Those of the force that wait for a second person, earliest first; at most 200. */
  async waiting(scope: ForceScope): Promise<VoidProposal[]> {
    const stored = await this.proposals
      .find({ forceId: objectId(scope.forceId), state: 'PROPOSED' })
      .sort({ proposedAt: 1 })
      .limit(200)
      .lean();
    return stored.map(proposalOf);
  }

  /** Adds one. A second one that waits for the same attempt is a duplicate-key error. */
  async add(proposal: VoidProposal): Promise<void> {
    const { id, forceId, attemptId, personId, proposedBy, decidedBy, ...rest } = proposal;
    await this.proposals.create([
      {
        ...rest,
        _id: objectId(id),
        forceId: objectId(forceId),
        attemptId: objectId(attemptId),
        personId: objectId(personId),
        proposedBy: objectId(proposedBy),
        decidedBy: decidedBy === null ? null : objectId(decidedBy),
      },
    ]);
  }

  /** Saves what was decided; CONFLICT when somebody was quicker. */
  async saveDecision(proposal: VoidProposal): Promise<void> {
    const { id, forceId, state, decidedBy, decidedAt } = proposal;
    const saved = await this.proposals.updateOne(
      { _id: objectId(id), forceId: objectId(forceId), state: 'PROPOSED' },
      { $set: { state, decidedBy: decidedBy === null ? null : objectId(decidedBy), decidedAt } },
    );
    if (saved.modifiedCount !== 1) throw new Fault('CONFLICT');
  }
}

function proposalOf(stored: StoredVoidProposal): VoidProposal {
  const { _id, forceId, attemptId, personId, proposedBy, decidedBy, ...rest } = stored;
  return {
    ...rest,
    id: idOf<VoidProposalId>(_id),
    forceId: idOf<ForceId>(forceId),
    attemptId: idOf<AttemptId>(attemptId),
    personId: idOf<PersonId>(personId),
    proposedBy: idOf<PersonId>(proposedBy),
    decidedBy: decidedBy === null ? null : idOf<PersonId>(decidedBy),
  };
}
