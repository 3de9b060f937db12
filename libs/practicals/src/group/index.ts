export { CompleteGroup, type ReleasedPart } from './complete-group.js';
export { LeaveGroup, RemoveGroupMember, type RemoveGroupMemberInput } from './end-membership.js';
export {
  groupFormed,
  groupJoined,
  groupLeft,
  groupMemberVoided,
  groupSubmitted,
  groupVoidProposed,
  groupVoidRefused,
} from './events.js';
export { FormGroup, type FormGroupInput } from './form-group.js';
export type {
  GroupCase,
  GroupDraft,
  GroupId,
  GroupMember,
  GroupState,
  GroupTask,
  GroupTerms,
  MemberState,
} from './group.js';
export { GroupReader, type OwnGroupView } from './group.reader.js';
export { JoinGroup, type JoinGroupInput } from './join-group.js';
export { type Membership, type MembershipId, ownPartsMissing } from './membership.js';
export { groupPermissions } from './permissions.js';
export { type GroupPartSaved, SaveGroupPart, type SaveGroupPartInput } from './save-group-part.js';
export { SubmitGroup } from './submit-group.js';
export { TakeUpGroupPart, type TakeUpGroupPartInput } from './take-up-group-part.js';
export {
  DecideGroupVoid,
  type DecideGroupVoidInput,
  ProposeGroupVoid,
  type ProposeGroupVoidInput,
} from './void-group-member.js';
