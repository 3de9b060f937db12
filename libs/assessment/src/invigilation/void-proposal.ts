import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { AttemptId } from '../attempt/attempt.js';
import { refusal } from '../attempt/pause-refusals.js';
import type { VoidProposalId, VoidState } from './invigilation.schema.js';

/** A proposal that an attempt shall not count: by one person, decided by another. Kept whatever was decided. */
export interface VoidProposal {
  readonly id: VoidProposalId;
  readonly forceId: ForceId;
  readonly attemptId: AttemptId;
  readonly personId: PersonId;
  readonly state: VoidState;
  /** 10–2,000 characters: the candidate reads it once it is confirmed. */
  readonly reason: string;
  /** Then the attempt stays used up. */
  readonly isMisconduct: boolean;
  readonly proposedBy: PersonId;
  readonly proposedAt: Date;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Date | null;
}

/** ASM-98: the reason as kept, or a refusal when there is none to speak of. */
export function voidReason(text: string): string {
  const reason = text.trim();
  if (reason.length < 10 || reason.length > 2000) throw refusal('VOID_REASON_MISSING', { field: 'reason' });
  return reason;
}

/** ASM-98: the proposal decided by a second person: neither its proposer nor the candidate. */
export function decide(
  proposal: VoidProposal,
  to: 'CONFIRMED' | 'REFUSED',
  by: { personId: PersonId; at: Date },
): VoidProposal {
  if (proposal.state !== 'PROPOSED') throw refusal('VOID_NOT_PROPOSED');
  if (by.personId === proposal.proposedBy || by.personId === proposal.personId)
    throw refusal('VOID_OWN_PROPOSAL');
  return { ...proposal, state: to, decidedBy: by.personId, decidedAt: by.at };
}
