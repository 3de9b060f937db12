import type { VersionId } from '@app/catalogue';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { EnrolmentId } from '@app/progress';
import type { WorkOutcome, WorkPart } from '../work/work.js';
import type { GroupDraft, GroupId, GroupMember, GroupTask } from './group.js';
import { refusal } from './refusals.js';

export type MembershipId = Id<'GroupMembership'>;

/** What somebody said why one member's result shall not count; waits for a second person. */
export interface MemberVoidProposal {
  readonly byId: PersonId;
  readonly at: Date;
  /** 10–2,000 characters. Gone from here once decided: the erasable record keeps it. */
  readonly reason: string;
}

/** What the second person decided last. */
export interface MemberVoidDecision {
  readonly byId: PersonId;
  readonly at: Date;
  readonly confirmed: boolean;
}

/** One person in one group: what they wrote for themself, and what they got. Never removed. */
export interface Membership extends GroupMember {
  readonly id: MembershipId;
  readonly forceId: ForceId;
  readonly groupId: GroupId;
  readonly enrolmentId: EnrolmentId;
  readonly courseCode: string;
  /** As pinned when they joined, and again when the case was handed in. */
  readonly versionId: VersionId;
  readonly componentKey: string;
  readonly joinedAt: Date;
  /** Whether they are in this group now and it has no result for them yet: one at a time for a component. */
  readonly isOpen: boolean;
  readonly own: GroupDraft;
  /** When the case was handed in with them; null for whoever was out by then. */
  readonly submittedAt: Date | null;
  readonly outcome: WorkOutcome | null;
  readonly proposal: MemberVoidProposal | null;
  readonly decision: MemberVoidDecision | null;
  readonly voidedAt: Date | null;
  readonly revision: number;
}

/** What of earlier memberships decides whether somebody may be in another group. */
export type MembershipHead = Pick<Membership, 'isOpen' | 'submittedAt' | 'outcome' | 'voidedAt'>;

const HOUR_MS = 3_600_000;

/**
 * PRA-46: refuses whoever is in another group of the component, has passed it, has no attempts left or is cooling down; given their
 * other memberships of this enrolment, first to last. What was handed in counts, unless it was voided.
 */
export function mayJoin(
  others: readonly MembershipHead[],
  limits: { readonly maxAttempts: number; readonly coolDownHours: number },
  now: Date,
): void {
  if (others.some(({ isOpen }) => isOpen)) throw refusal('GROUP_IN_ANOTHER');
  const used = others.filter(({ submittedAt, voidedAt }) => submittedAt !== null && voidedAt === null);
  if (used.some(({ outcome }) => outcome?.passed === true)) throw refusal('GROUP_ALREADY_PASSED');
  if (used.length >= limits.maxAttempts)
    throw refusal('GROUP_ATTEMPTS_USED', { facts: { max: limits.maxAttempts } });
  const last = used.at(-1)?.submittedAt ?? null;
  if (last === null) return;
  const from = new Date(last.getTime() + limits.coolDownHours * HOUR_MS);
  if (now < from) throw refusal('GROUP_COOLING_DOWN', { facts: { from } });
}

/** The tasks that are each member's own, or those that are shared. */
export function tasksOf(tasks: readonly GroupTask[], shared: boolean): GroupTask[] {
  return tasks.filter((task) => task.shared === shared);
}

/** The places, from 1, of the tasks that have neither a text nor a file. */
export function emptyPlaces(tasks: readonly GroupTask[], parts: readonly WorkPart[]): number[] {
  return tasks.flatMap(({ key }, at) => {
    const part = parts.find((each) => each.key === key);
    const isThere = part !== undefined && ((part.text ?? '').trim() !== '' || part.fileIds.length > 0);
    return isThere ? [] : [at + 1];
  });
}

/** How many of the members who are in the group have not written their own part yet: a number, never who or what. */
export function ownPartsMissing(tasks: readonly GroupTask[], members: readonly Membership[]): number {
  const own = tasksOf(tasks, false);
  return members.filter((member) => member.state === 'IN' && emptyPlaces(own, member.own.parts).length > 0)
    .length;
}

/** PRA-48: refuses a shared part that is empty, by its place, and own ones, by how many members lack theirs. */
export function mustBeWhole(
  tasks: readonly GroupTask[],
  shared: readonly WorkPart[],
  members: readonly Membership[],
): void {
  const [place] = emptyPlaces(tasksOf(tasks, true), shared);
  if (place !== undefined) throw refusal('GROUP_SHARED_EMPTY', { facts: { part: place }, field: 'groupId' });
  const count = ownPartsMissing(tasks, members);
  if (count > 0) throw refusal('GROUP_OWN_EMPTY', { facts: { count }, field: 'groupId' });
}
