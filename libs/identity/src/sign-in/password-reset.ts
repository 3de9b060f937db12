import type { PersonId } from '@app/platform/context/request-context.js';
import type { PasswordResetId } from '../events.js';
import { refusal } from '../refusals.js';

/** How long a password link works. */
export const RESET_MS = 60 * 60 * 1000;

/**
 * A password reset is one chance to choose a new password: once, for one hour, until a newer one replaces it. `personId` is
 * null when the address has no account: the row is written all the same, so that asking costs the same.
 */
export interface PasswordReset {
  readonly id: PasswordResetId;
  readonly personId: PersonId | null;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly replacedAt: Date | null;
}

/** Refuses a link that was used, replaced or has expired (IDN-30). */
export function resetIsOpen(reset: PasswordReset, now: Date): void {
  if (reset.usedAt !== null) throw refusal('RESET_USED', { field: 'token' });
  if (reset.replacedAt !== null) throw refusal('RESET_NOT_VALID', { field: 'token' });
  if (reset.expiresAt <= now) throw refusal('RESET_EXPIRED', { field: 'token' });
}
