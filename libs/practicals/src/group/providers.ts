import { AdmitMember } from './admit-member.js';
import { CompleteGroup } from './complete-group.js';
import { EndMembership, LeaveGroup, RemoveGroupMember } from './end-membership.js';
import { FormGroup } from './form-group.js';
import { GroupReader } from './group.reader.js';
import { GroupRepository } from './group.repository.js';
import { GROUP_CASE, groupSchema } from './group.schema.js';
import { GroupGround } from './group-ground.js';
import { JoinGroup } from './join-group.js';
import { KnownGroup } from './known-group.js';
import { MembersAtHandIn } from './members-at-hand-in.js';
import { MembershipRepository } from './membership.repository.js';
import { GROUP_MEMBERSHIP, membershipSchema } from './membership.schema.js';
import { OwnGroup } from './own-group.js';
import { ReleaseGroup } from './release-group.js';
import { SaveGroupPart } from './save-group-part.js';
import { HandingIn, SubmitGroup } from './submit-group.js';
import { TakeUpGroupPart } from './take-up-group-part.js';
import { DecideGroupVoid, ProposeGroupVoid } from './void-group-member.js';

/** What this folder keeps in the database. */
export const groupModels = [
  { name: GROUP_CASE, schema: groupSchema },
  { name: GROUP_MEMBERSHIP, schema: membershipSchema },
];

/** Its repositories and steps, for this lib only. */
export const groupSteps = [
  AdmitMember,
  EndMembership,
  GroupGround,
  GroupRepository,
  HandingIn,
  KnownGroup,
  MembersAtHandIn,
  MembershipRepository,
  OwnGroup,
  ReleaseGroup,
];

/** What the edges call. */
export const groupUseCases = [
  CompleteGroup,
  DecideGroupVoid,
  FormGroup,
  GroupReader,
  JoinGroup,
  LeaveGroup,
  ProposeGroupVoid,
  RemoveGroupMember,
  SaveGroupPart,
  SubmitGroup,
  TakeUpGroupPart,
];
