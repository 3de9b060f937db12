import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal } from './refusals.js';
import type { WorkId } from './work.js';

export type WorkVoidId = Id<'WorkVoid'>;

/** `PROPOSED` until a second person decides; the other two are for ever. */
export type WorkVoidState = 'PROPOSED' | 'CONFIRMED' | 'REFUSED';

/** A proposal that a work shall not count: by one person, decided by another. Kept whatever was decided. */
export interface WorkVoid {
  readonly id: WorkVoidId;
  readonly forceId: ForceId;
  readonly workId: WorkId;
  /** Whose work it is. */
  readonly personId: PersonId;
  readonly state: WorkVoidState;
  /** 10–2,000 characters: what the second person decides on. */
  readonly reason: string;
  readonly proposedBy: PersonId;
  readonly proposedAt: Date;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Date | null;
}

const SHORTEST_REASON = 10;
const LONGEST_REASON = 2000;

/** PRA-37: the reason as kept, or a refusal when there is none to speak of. */
export function voidReason(reason: string): string {
  const text = reason.trim();
  if (text.length < SHORTEST_REASON || text.length > LONGEST_REASON)
    throw refusal('WORK_VOID_REASON_MISSING', { field: 'reason' });
  return text;
}

/** PRA-37: the proposal decided by a second person: neither its proposer nor the author. */
export function decideWorkVoid(
  proposal: WorkVoid,
  to: 'CONFIRMED' | 'REFUSED',
  by: { personId: PersonId; at: Date },
): WorkVoid {
  if (by.personId === proposal.proposedBy || by.personId === proposal.personId)
    throw refusal('WORK_OWN_VOID', { field: 'workId' });
  if (proposal.state !== 'PROPOSED') throw refusal('WORK_VOID_NOT_PROPOSED', { field: 'workId' });
  return { ...proposal, state: to, decidedBy: by.personId, decidedAt: by.at };
}
