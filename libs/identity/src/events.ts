import type { PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import { defineEvent } from '@app/platform/journal/event.js';
import type { AbsenceId } from './absence/absence.js';
import type { PostingId } from './posting/posting.js';
import type { RoleGrantId } from './role/role-grant.js';
import type { UnitId } from './unit/unit.js';

export type InvitationId = Id<'Invitation'>;
export type PasswordResetId = Id<'PasswordReset'>;
export type SessionId = Id<'Session'>;
export type RosterUploadId = Id<'Upload'>;
export type RosterImportId = Id<'RosterImport'>;

interface OfPerson {
  readonly personId: PersonId;
}

/** What every posting event carries; dates are calendar dates, `to` null while there is no end. */
export interface PostingFacts extends OfPerson {
  readonly postingId: PostingId;
  readonly unitId: UnitId;
  readonly roleId: string;
  readonly rankId: string;
  readonly from: string;
  readonly to: string | null;
}

/** What every role event carries. */
export interface RoleFacts extends OfPerson {
  readonly grantId: RoleGrantId;
  readonly bundle: string;
}

export const forceAdded = defineEvent<{ forceId: string }>('identity.force.added.v1');
export const forceChanged = defineEvent<{ forceId: string }>('identity.force.changed.v1');
export const unitCreated = defineEvent<{ unitId: UnitId; parentId: UnitId | null }>(
  'identity.unit.created.v1',
);
export const unitRenamed = defineEvent<{ unitId: UnitId; parentId: UnitId | null }>(
  'identity.unit.renamed.v1',
);
export const personAdded = defineEvent<OfPerson>('identity.person.added.v1');
export const personChanged = defineEvent<OfPerson>('identity.person.changed.v1');
export const personInvited = defineEvent<OfPerson & { invitationId: InvitationId }>(
  'identity.person.invited.v1',
);
export const personSuspended = defineEvent<OfPerson>('identity.person.suspended.v1');
export const personReinstated = defineEvent<OfPerson>('identity.person.reinstated.v1');
export const personProposed = defineEvent<OfPerson & { proposalId: string }>('identity.person.proposed.v1');
export const postingStarted = defineEvent<PostingFacts>('identity.posting.started.v1');
export const postingChanged = defineEvent<PostingFacts>('identity.posting.changed.v1');
export const postingEnded = defineEvent<PostingFacts>('identity.posting.ended.v1');
export const absenceRecorded = defineEvent<
  OfPerson & { absenceId: AbsenceId; from: string; to: string | null; clockStopped: boolean }
>('identity.absence.recorded.v1');
export const roleGranted = defineEvent<RoleFacts>('identity.role.granted.v1');
export const roleRevoked = defineEvent<RoleFacts>('identity.role.revoked.v1');
export const passwordResetRequested = defineEvent<OfPerson & { resetId: PasswordResetId }>(
  'identity.password-reset.requested.v1',
);
/** Somebody asked for an address that has no account: kept so that asking costs the same either way. */
export const passwordResetMissed = defineEvent<{ resetId: PasswordResetId }>(
  'identity.password-reset.missed.v1',
);
export const passwordChanged = defineEvent<OfPerson>('identity.password.changed.v1');
export const sessionStarted = defineEvent<OfPerson & { sessionId: SessionId }>('identity.session.started.v1');
export const sessionEnded = defineEvent<OfPerson & { sessionId: SessionId; because: string }>(
  'identity.session.ended.v1',
);
/** A roster waits to be checked (`apply` false) or applied (`apply` true). */
export const rosterSubmitted = defineEvent<{ importId: RosterImportId; apply: boolean }>(
  'identity.roster.submitted.v1',
);
export const rosterUploadRequested = defineEvent<{ uploadId: RosterUploadId }>(
  'identity.roster.upload-requested.v1',
);
export const rosterUploaded = defineEvent<{ uploadId: RosterUploadId; bytes: number }>(
  'identity.roster.uploaded.v1',
);
/** A roster was checked, applied, or found unreadable; counts are rows. */
export const rosterFinished = defineEvent<{ importId: RosterImportId; state: string; rows: number }>(
  'identity.roster.finished.v1',
);
