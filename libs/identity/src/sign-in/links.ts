import { createHmac, timingSafeEqual } from 'node:crypto';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import { type Id, parseId } from '@app/platform/ids/ids.js';
import { Inject, Injectable } from '@nestjs/common';
import type { InvitationId, PasswordResetId } from '../events.js';

type Purpose = 'invitation' | 'password-reset' | 'upload';

/**
 * Tokens of links: an id with a keyed digest of purpose and id. The token is made when the link is written, so neither
 * the journal nor the database ever holds anything by which a reader could use it.
 */
@Injectable()
export class Links {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The token for a record. */
  tokenOf(purpose: Purpose, id: Id<string>): string {
    return `${id}.${this.seal(purpose, id)}`;
  }

  /** The id in a token of ours; undefined for any other text. */
  idIn<T extends Id<string>>(purpose: Purpose, token: string): T | undefined {
    const [text = '', seal = ''] = token.split('.', 2);
    const id = parseId<T>(text);
    if (id === undefined) return undefined;
    const given = Buffer.from(seal);
    const ours = Buffer.from(this.seal(purpose, id));
    return given.length === ours.length && timingSafeEqual(given, ours) ? id : undefined;
  }

  private seal(purpose: Purpose, id: Id<string>): string {
    return createHmac('sha256', this.config.LANTERN_LINK_SECRET)
      .update(`${purpose}:${id}`)
      .digest('base64url');
  }
}

/** The tokens of invitation links, for whoever writes the mail. */
@Injectable()
export class InvitationLinks {
  constructor(private readonly links: Links) {}

  /** The token by which the invited person chooses a password; works once, for seven days. */
  tokenOf(invitationId: InvitationId): string {
    return this.links.tokenOf('invitation', invitationId);
  }
}

/** The tokens of password links, for whoever writes the mail. */
@Injectable()
export class PasswordResetLinks {
  constructor(private readonly links: Links) {}

  /** The token by which the person chooses a new password; works once, for one hour. */
  tokenOf(resetId: PasswordResetId): string {
    return this.links.tokenOf('password-reset', resetId);
  }
}
