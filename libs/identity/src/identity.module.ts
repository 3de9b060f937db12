import { Module } from '@nestjs/common';
import { AbsenceReader } from './absence/absence.reader.js';
import { AbsenceRepository } from './absence/absence.repository.js';
import { RecordAbsence } from './absence/record-absence.js';
import { AccessReader } from './access/access.reader.js';
import { AccessRepository } from './access/access.repository.js';
import { AddForce } from './force/add-force.js';
import { ForceReader } from './force/force.reader.js';
import { ForceRepository } from './force/force.repository.js';
import { ExpiredRepository } from './forgetting/expired.repository.js';
import { ForgetExpired } from './forgetting/forget-expired.js';
import { identityModels } from './identity-models.module.js';
import { AddPerson } from './person/add-person.js';
import { ChangeLanguage } from './person/change-language.js';
import { PeopleReader } from './person/people.reader.js';
import { PersonRepository } from './person/person.repository.js';
import { ProposalRepository } from './person/proposal.repository.js';
import { ReinstatePerson } from './person/reinstate-person.js';
import { SuspendPerson } from './person/suspend-person.js';
import { VisiblePeople } from './person/visible-people.js';
import { EndPosting } from './posting/end-posting.js';
import { LinesOfPeople } from './posting/lines-of-people.js';
import { PostPerson } from './posting/post-person.js';
import { PostingReader } from './posting/posting.reader.js';
import { PostingRepository } from './posting/posting.repository.js';
import { PostingSweep } from './posting/posting-sweep.reader.js';
import { GrantRole } from './role/grant-role.js';
import { RevokeRole } from './role/revoke-role.js';
import { RoleGrantReader } from './role/role-grant.reader.js';
import { RoleGrantRepository } from './role/role-grant.repository.js';
import { RoleGround } from './role/role-ground.js';
import { ApplyRoster } from './roster/apply-roster.js';
import { CheckRoster } from './roster/check-roster.js';
import { ImportRoster } from './roster/import-roster.js';
import { ReceiveUpload } from './roster/receive-upload.js';
import { RequestRosterUpload } from './roster/request-roster-upload.js';
import { RosterReader } from './roster/roster.reader.js';
import { RosterDesk } from './roster/roster-desk.js';
import { RosterGround } from './roster/roster-ground.js';
import { RosterImportRepository } from './roster/roster-import.repository.js';
import { RosterLeavers } from './roster/roster-leavers.js';
import { RosterWriter } from './roster/roster-writer.js';
import { UploadRepository } from './roster/upload.repository.js';
import { AcceptInvitation, Offers } from './sign-in/accept-invitation.js';
import { CredentialRepository } from './sign-in/credential.repository.js';
import { InvitationRepository } from './sign-in/invitation.repository.js';
import { InvitePerson } from './sign-in/invite-person.js';
import { InvitationLinks, Links, PasswordResetLinks } from './sign-in/links.js';
import { PasswordChange } from './sign-in/password-change.js';
import { PasswordResetRepository } from './sign-in/password-reset.repository.js';
import { Passwords } from './sign-in/passwords.js';
import { RefreshSession } from './sign-in/refresh-session.js';
import { RequestPasswordReset } from './sign-in/request-password-reset.js';
import { ResetPassword, ResetRequests } from './sign-in/reset-password.js';
import { SessionRepository } from './sign-in/session.repository.js';
import { SessionKeeper } from './sign-in/session-keeper.js';
import { Sessions } from './sign-in/sessions.js';
import { Accounts, SignIn } from './sign-in/sign-in.js';
import { SignOut } from './sign-in/sign-out.js';
import { Throttle } from './sign-in/throttle.repository.js';
import { CreateUnit } from './unit/create-unit.js';
import { RenameUnit } from './unit/rename-unit.js';
import { UnitReader } from './unit/unit.reader.js';
import { UnitRepository } from './unit/unit.repository.js';

const readers = [
  ForceReader,
  UnitReader,
  PeopleReader,
  VisiblePeople,
  LinesOfPeople,
  PostingReader,
  PostingSweep,
  AbsenceReader,
  RoleGrantReader,
  AccessReader,
  RosterReader,
];

const links = [Sessions, InvitationLinks, PasswordResetLinks];

const useCases = [
  AddForce,
  CreateUnit,
  RenameUnit,
  AddPerson,
  ChangeLanguage,
  SuspendPerson,
  ReinstatePerson,
  PostPerson,
  EndPosting,
  RecordAbsence,
  GrantRole,
  RevokeRole,
  InvitePerson,
  AcceptInvitation,
  SignIn,
  RefreshSession,
  SignOut,
  RequestPasswordReset,
  ResetPassword,
  RequestRosterUpload,
  ReceiveUpload,
  CheckRoster,
  ApplyRoster,
  ImportRoster,
  ForgetExpired,
];

const parts = [
  ForceRepository,
  UnitRepository,
  PersonRepository,
  ProposalRepository,
  PostingRepository,
  AbsenceRepository,
  RoleGrantRepository,
  RoleGround,
  AccessRepository,
  Links,
  Passwords,
  PasswordChange,
  CredentialRepository,
  SessionRepository,
  SessionKeeper,
  Throttle,
  Accounts,
  InvitationRepository,
  Offers,
  PasswordResetRepository,
  ResetRequests,
  UploadRepository,
  RosterImportRepository,
  RosterDesk,
  RosterGround,
  RosterWriter,
  RosterLeavers,
  ExpiredRepository,
];

/** Forces, units, people, postings, roles and signing in. */
@Module({
  imports: [identityModels],
  providers: [...readers, ...links, ...useCases, ...parts],
  exports: [...readers, ...links, ...useCases],
})
export class IdentityModule {}
