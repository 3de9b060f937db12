import type { InvitationId } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { TellPerson } from '../delivery/tell-person.js';

export interface SendInvitationInput {
  readonly personId: PersonId;
  readonly invitationId: InvitationId;
}

/** Mails the link by which an invited person chooses a password. The token is made when the mail is written (NTF-04). */
@Injectable()
export class SendInvitation {
  constructor(private readonly tellPerson: TellPerson) {}

  async execute(ctx: RequestContext, { personId, invitationId }: SendInvitationInput): Promise<void> {
    const occasion = { message: 'invitation', cycle: invitationId, channels: ['mail'] } as const;
    const linkTo = { kind: 'invitation', id: invitationId } as const;
    await this.tellPerson.execute(ctx, { personId, ...occasion, facts: {}, linkTo });
  }
}
