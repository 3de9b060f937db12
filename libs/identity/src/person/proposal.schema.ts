import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/**
 * A force's proposal to hold an account that another force holds. A roster or an administrator can only propose: the
 * other force or the person confirms. It names the account by id and says nothing else about it.
 */
export interface StoredProposal {
  _id: Types.ObjectId;
  /** The proposing force. */
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  staffNumber: string | null;
  at: Date;
}

export const PROPOSAL = 'Proposal';

export const proposalSchema = new Schema<StoredProposal>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    staffNumber: { type: String, default: null },
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'proposals' },
);
// ProposalRepository.propose: unique, so that a roster applied twice proposes once.
proposalSchema.index({ forceId: 1, personId: 1 }, { unique: true });
tenant(proposalSchema);
