import { defineEvent } from '@app/platform/journal/event.js';

interface OfGroup {
  groupId: string;
  courseCode: string;
  componentKey: string;
}

/** A group was formed of these people; others join by its code. */
export const groupFormed = defineEvent<OfGroup & { personIds: readonly string[] }>(
  'practicals.group.formed.v1',
);
/** Somebody joined a group by its code. */
export const groupJoined = defineEvent<OfGroup & { personId: string }>('practicals.group.joined.v1');
/** Somebody is out of a group before its case was handed in. */
export const groupLeft = defineEvent<OfGroup & { personId: string; why: 'LEFT' | 'ABSENT' | 'REMOVED' }>(
  'practicals.group.left.v1',
);
/** A group handed its case in, for these people. */
export const groupSubmitted = defineEvent<OfGroup & { personIds: readonly string[] }>(
  'practicals.group.submitted.v1',
);

interface OfMember extends OfGroup {
  personId: string;
}

/** Somebody proposed that one member's result shall not count. The reason is in the erasable payload. */
export const groupVoidProposed = defineEvent<OfMember>('practicals.group-void.proposed.v1');
/** A second person let the member's result count. */
export const groupVoidRefused = defineEvent<OfMember>('practicals.group-void.refused.v1');
/** One member's result counts no more; the others' do. `wasPassed`: the member knew it as passed. `sourceId` is the one announced. */
export const groupMemberVoided = defineEvent<
  OfMember & { versionId: string; sourceId: string; wasPassed: boolean }
>('practicals.group-member.voided.v1');
