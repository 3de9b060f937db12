import { SetMetadata } from '@nestjs/common';

export const ALLOW = 'lantern:allow';

/** What an entry point demands of its caller. */
export interface Allowed {
  /** `<domain>.<noun>.<verb>`, or `public` (anybody), or `signed-in` (anybody with a session). */
  readonly permission: string;
  /**
   * True on the hot path only: the token's signature and life are checked, and nothing is read. The use case's one
   * conditional write carries what else must hold (docs/decisions, "The hot path trusts its token").
   */
  readonly tokenOnly: boolean;
  /**
   * True where reading one's own page is worth doing while access is still being read: a query about oneself that changes
   * nothing. Its answer leaves only after access has allowed it (edge/entitlement.ts).
   */
  readonly meanwhile: boolean;
}

/** Declares who may call an entry point. Without it the guard denies. The full list is permissions.snapshot.txt. */
export function Allow(permission: string, options: { tokenOnly?: boolean; meanwhile?: boolean } = {}) {
  const { tokenOnly = false, meanwhile = false } = options;
  return SetMetadata<string, Allowed>(ALLOW, { permission, tokenOnly, meanwhile });
}
