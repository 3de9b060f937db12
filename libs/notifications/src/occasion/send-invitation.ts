import { type InvitationId, InvitationLinks } from '@app/identity';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { TellPerson } from '../delivery/tell-person.js';

export interface SendInvitationInput {
  readonly personId: PersonId;
  readonly invitationId: InvitationId;
}

/** Mails the link by which an invited person chooses a password. The token is made here and kept nowhere (NTF-04). */
@Injectable()
export class SendInvitation {
  constructor(
    private readonly tellPerson: TellPerson,
    private readonly links: InvitationLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(ctx: RequestContext, { personId, invitationId }: SendInvitationInput): Promise<void> {
    const link = new URL(`/invitation/${this.links.tokenOf(invitationId)}`, this.config.PUBLIC_URL).href;
    const occasion = { message: 'invitation', cycle: invitationId, channels: ['mail'] } as const;
    await this.tellPerson.execute(ctx, { personId, ...occasion, facts: { link } });
  }
}
