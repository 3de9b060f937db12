export type { Absence, AbsenceId } from './absence/absence.js';
export { AbsenceReader } from './absence/absence.reader.js';
export { RecordAbsence, type RecordAbsenceInput } from './absence/record-absence.js';
export { type AccessNow, AccessReader } from './access/access.reader.js';
export { BUNDLES, type Bundle, everyPermission, PLACE, permissionsOf } from './access/bundles.js';
export { type HeldNow, may, mustBeAllowed, type Reach, reachOf, type Target } from './access/may.js';
export * from './events.js';
export { AddForce, type AddForceInput } from './force/add-force.js';
export type { Force, ForceKind } from './force/force.js';
export { ForceReader } from './force/force.reader.js';
export { ForgetExpired } from './forgetting/forget-expired.js';
export { IdentityModule } from './identity.module.js';
export { forgetExpired } from './jobs.js';
export { AddPerson, type AddPersonInput } from './person/add-person.js';
export { ChangeLanguage, type ChangeLanguageInput } from './person/change-language.js';
export { PeopleReader, type PeopleRequest } from './person/people.reader.js';
export { type PeopleRange, within } from './person/people-range.js';
export {
  type AccountStatus,
  type Person,
  type PersonStatus,
  staffNumberIn,
  statusIn,
} from './person/person.js';
export { ReinstatePerson, type ReinstatePersonInput } from './person/reinstate-person.js';
export { SuspendPerson, type SuspendPersonInput } from './person/suspend-person.js';
export { VisiblePeople, type VisibleRequest } from './person/visible-people.js';
export { EndPosting, type EndPostingInput } from './posting/end-posting.js';
export { areInLine, type Lines, LinesOfPeople } from './posting/lines-of-people.js';
export { PostPerson, type PostPersonInput } from './posting/post-person.js';
export type { DatedPerson, Posting, PostingId } from './posting/posting.js';
export { PostingReader } from './posting/posting.reader.js';
export { type PostingInBrief, PostingSweep } from './posting/posting-sweep.reader.js';
export { isRank, isRole } from './posting/ranks-and-roles.js';
export { refusal as identityRefusal } from './refusals.js';
export { GrantRole, type GrantRoleInput } from './role/grant-role.js';
export { RevokeRole, type RevokeRoleInput } from './role/revoke-role.js';
export type { RoleGrant, RoleGrantId } from './role/role-grant.js';
export { RoleGrantReader } from './role/role-grant.reader.js';
export { ApplyRoster, type ApplyRosterInput } from './roster/apply-roster.js';
export { CheckRoster, type CheckRosterInput } from './roster/check-roster.js';
export { ImportRoster, type ImportRosterInput } from './roster/import-roster.js';
export { ReceiveUpload, type ReceiveUploadInput } from './roster/receive-upload.js';
export { RequestRosterUpload, type RequestRosterUploadInput } from './roster/request-roster-upload.js';
export { RosterReader } from './roster/roster.reader.js';
export type { RosterError, RosterImport, RosterState } from './roster/roster-import.js';
export type { UploadId } from './roster/upload.js';
export { AcceptInvitation, type AcceptInvitationInput } from './sign-in/accept-invitation.js';
export type { Invitation } from './sign-in/invitation.js';
export { InvitePerson, type InvitePersonInput } from './sign-in/invite-person.js';
export { InvitationLinks, PasswordResetLinks } from './sign-in/links.js';
export { RefreshSession, type RefreshSessionInput } from './sign-in/refresh-session.js';
export { RequestPasswordReset, type RequestPasswordResetInput } from './sign-in/request-password-reset.js';
export { ResetPassword, type ResetPasswordInput } from './sign-in/reset-password.js';
export type { SignedIn } from './sign-in/session-keeper.js';
export { type SessionClaims, Sessions } from './sign-in/sessions.js';
export { SignIn, type SignInInput } from './sign-in/sign-in.js';
export { SignOut, type SignOutInput } from './sign-in/sign-out.js';
export { CreateUnit, type CreateUnitInput } from './unit/create-unit.js';
export { RenameUnit, type RenameUnitInput } from './unit/rename-unit.js';
export type { Unit, UnitId, UnitKind } from './unit/unit.js';
export { UnitReader } from './unit/unit.reader.js';
