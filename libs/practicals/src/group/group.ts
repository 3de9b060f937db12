import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { WorkPart, WorkTask } from '../work/work.js';
import type { GroupWeights } from './group-mark.js';
import { refusal } from './refusals.js';

export type GroupId = Id<'GroupCase'>;

/** `FORMED` while people come and go; `SUBMITTED` with the shared product; `MARKED`; `RELEASED`, from which nothing leads. */
export type GroupState = 'FORMED' | 'SUBMITTED' | 'MARKED' | 'RELEASED';

/** `IN` the group; it `LEFT`, was `ABSENT` or was `REMOVED` before the case was handed in: not marked, and no fail. */
export type MemberState = 'IN' | 'LEFT' | 'ABSENT' | 'REMOVED';

/** One person of a group. Nobody is ever taken off the list: what happened stays to be seen. */
export interface GroupMember {
  readonly personId: PersonId;
  readonly state: MemberState;
}

/** One thing that is asked of a group: once for all, or of each member. */
export interface GroupTask extends WorkTask {
  readonly shared: boolean;
}

/** What a group obeys, as it stood when it was formed. */
export interface GroupTerms {
  readonly briefId: string;
  readonly tasks: readonly GroupTask[];
  readonly skillId: string;
  /** 1–4: its markers are in date in the skill at this level. */
  readonly level: number;
  /** 0–100. */
  readonly passPercent: number;
  readonly weights: GroupWeights;
  /** Those of the brief: adjustments are each member's own. */
  readonly maxAttempts: number;
  readonly coolDownHours: number;
}

/** What is being written, by one window at a time. Its authors' own words: never logged, never in the journal. */
export interface GroupDraft {
  /** The key of the one window that may write. */
  readonly writer: string;
  /** The client's count of its saves; 0 before the first. */
  readonly sequence: number;
  readonly parts: readonly WorkPart[];
  readonly savedAt: Date | null;
}

/**
 * Several people of one force at one case: what they write together is here, what each writes for themself lies with their
 * membership. It belongs to the force under which it was formed.
 */
export interface GroupCase {
  readonly id: GroupId;
  readonly forceId: ForceId;
  readonly courseCode: string;
  readonly componentKey: string;
  readonly terms: GroupTerms;
  /** Eight letters and digits, by which others of the force join. */
  readonly joinCode: string;
  /** Who formed it; null for the system. */
  readonly formedById: PersonId | null;
  readonly formedAt: Date;
  readonly state: GroupState;
  readonly shared: GroupDraft;
  readonly submittedById: PersonId | null;
  readonly submittedAt: Date | null;
  readonly releasedAt: Date | null;
  readonly revision: number;
}

/** The most people of one group. */
export const MOST_MEMBERS = 12;
const FEWEST = 2;

const transitions: Record<GroupState, readonly GroupState[]> = {
  FORMED: ['SUBMITTED'],
  SUBMITTED: ['MARKED'],
  MARKED: ['RELEASED'],
  RELEASED: [],
};

/** PRA-40: the state that follows; staying is no step. */
export function movedGroup(from: GroupState, to: GroupState): GroupState {
  if (from !== to && !transitions[from].includes(to)) throw refusal('GROUP_SUBMITTED');
  return to;
}

/** PRA-42: the members with one of them out of the group: before handing in only. The same again is the same answer. */
export function withMemberOut(
  group: { readonly state: GroupState; readonly members: readonly GroupMember[] },
  personId: PersonId,
  why: Exclude<MemberState, 'IN'>,
): GroupMember[] {
  const member = group.members.find((each) => each.personId === personId);
  if (member === undefined) throw refusal('GROUP_NOT_A_MEMBER', { field: 'personId' });
  if (member.state === why) return [...group.members];
  if (group.state !== 'FORMED') throw refusal('GROUP_SUBMITTED');
  if (member.state !== 'IN') throw refusal('GROUP_NOT_A_MEMBER', { field: 'personId' });
  return group.members.map((each) => (each.personId === personId ? { personId, state: why } : each));
}

/** PRA-43: whom the case is marked for: everybody who is in the group when it is handed in, at least two. */
export function markedMembers(members: readonly GroupMember[]): PersonId[] {
  const present = members.filter(({ state }) => state === 'IN').map(({ personId }) => personId);
  if (present.length < FEWEST) throw refusal('GROUP_TOO_SMALL');
  return present;
}
