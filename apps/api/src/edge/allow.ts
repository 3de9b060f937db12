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
}

/** Declares who may call an entry point. Without it the guard denies. The full list is permissions.snapshot.txt. */
export function Allow(permission: string, options: { tokenOnly?: boolean } = {}) {
  return SetMetadata<string, Allowed>(ALLOW, { permission, tokenOnly: options.tokenOnly ?? false });
}
