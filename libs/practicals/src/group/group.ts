import type { PersonId } from '@app/platform/context/request-context.js';
import { refusal } from './refusals.js';

/** `FORMED` while people come and go; `SUBMITTED` with the shared product; `MARKED`; `RELEASED`, from which nothing leads. */
export type GroupState = 'FORMED' | 'SUBMITTED' | 'MARKED' | 'RELEASED';

/** `IN` the group; it `LEFT`, was `ABSENT` or was `REMOVED` before the case was handed in: not marked, and no fail. */
export type MemberState = 'IN' | 'LEFT' | 'ABSENT' | 'REMOVED';

/** One person of a group. Nobody is ever taken off the list: what happened stays to be seen. */
export interface GroupMember {
  readonly personId: PersonId;
  readonly state: MemberState;
}

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
