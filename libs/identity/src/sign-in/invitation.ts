import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { InvitationId } from '../events.js';
import { refusal } from '../refusals.js';

/** How long an invitation works. */
export const INVITATION_MS = 7 * 24 * 3600 * 1000;
/** Asking again within this time is the same request. */
export const SAME_REQUEST_MS = 60 * 1000;

/**
 * An invitation is one chance for one person to choose their first password. It works once, for seven days, and until a
 * newer one replaces it. Its token is not here: see `Links`.
 */
export interface Invitation {
  readonly id: InvitationId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly replacedAt: Date | null;
}

/** Refuses an invitation that was used, replaced or has expired (IDN-28). */
export function invitationIsOpen(invitation: Invitation, now: Date): void {
  if (invitation.usedAt !== null) throw refusal('INVITATION_USED', { field: 'token' });
  if (invitation.replacedAt !== null) throw refusal('INVITATION_NOT_VALID', { field: 'token' });
  if (invitation.expiresAt <= now) throw refusal('INVITATION_EXPIRED', { field: 'token' });
}
