export type { Absence, AbsenceId } from './absence/absence.js';
export { AbsenceReader } from './absence/absence.reader.js';
export { type AccessNow, AccessReader } from './access/access.reader.js';
export { type Bundle, BUNDLES, everyPermission, permissionsOf } from './access/bundles.js';
export { type HeldNow, may, mustBeAllowed, type Reach, reachOf } from './access/may.js';
export * from './events.js';
export type { Force, ForceKind } from './force/force.js';
export { ForceReader } from './force/force.reader.js';
export { IdentityModule } from './identity.module.js';
export { PeopleReader, type PeopleRequest } from './person/people.reader.js';
export {
  type AccountStatus,
  type Person,
  type PersonStatus,
  staffNumberIn,
  statusIn,
} from './person/person.js';
export type { DatedPerson, Posting, PostingId } from './posting/posting.js';
export { PostingReader } from './posting/posting.reader.js';
export type { RoleGrant, RoleGrantId } from './role/role-grant.js';
export { RoleGrantReader } from './role/role-grant.reader.js';
export { refusal as identityRefusal } from './refusals.js';
export { InvitationLinks, PasswordResetLinks } from './sign-in/links.js';
export { type SessionClaims, Sessions } from './sign-in/sessions.js';
export type { Unit, UnitId, UnitKind } from './unit/unit.js';
export { UnitReader } from './unit/unit.reader.js';
