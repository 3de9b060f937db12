import type { PasswordResetId } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { TellPerson } from '../delivery/tell-person.js';

export interface SendPasswordResetInput {
  readonly personId: PersonId;
  readonly resetId: PasswordResetId;
}

/** Mails the link by which a person chooses a new password. The token is made when the mail is written (NTF-04). */
@Injectable()
export class SendPasswordReset {
  constructor(private readonly tellPerson: TellPerson) {}

  async execute(ctx: RequestContext, { personId, resetId }: SendPasswordResetInput): Promise<void> {
    const occasion = { message: 'password-reset', cycle: resetId, channels: ['mail'] } as const;
    const linkTo = { kind: 'password-reset', id: resetId } as const;
    await this.tellPerson.execute(ctx, { personId, ...occasion, facts: {}, linkTo });
  }
}
