import { type PasswordResetId, PasswordResetLinks } from '@app/identity';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { TellPerson } from '../delivery/tell-person.js';

export interface SendPasswordResetInput {
  readonly personId: PersonId;
  readonly resetId: PasswordResetId;
}

/** Mails the link by which a person chooses a new password. The token is made here and kept nowhere (NTF-04). */
@Injectable()
export class SendPasswordReset {
  constructor(
    private readonly tellPerson: TellPerson,
    private readonly links: PasswordResetLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(ctx: RequestContext, { personId, resetId }: SendPasswordResetInput): Promise<void> {
    const link = new URL(`/reset/${this.links.tokenOf(resetId)}`, this.config.PUBLIC_URL).href;
    const occasion = { message: 'password-reset', cycle: resetId, channels: ['mail'] } as const;
    await this.tellPerson.execute(ctx, { personId, ...occasion, facts: { link } });
  }
}
