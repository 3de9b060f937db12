import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import type { InvitationId } from '../events.js';
import { type Person, statusIn } from '../person/person.js';
import { PersonRepository } from '../person/person.repository.js';
import { refusal } from '../refusals.js';
import { type Invitation, invitationIsOpen } from './invitation.js';
import { InvitationRepository } from './invitation.repository.js';
import { Links } from './links.js';
import { PasswordChange } from './password-change.js';
import { Passwords, passwordIsFit } from './passwords.js';
import { SessionKeeper, type SignedIn } from './session-keeper.js';

/** The token of the link, and the password that the person chose. */
export interface AcceptInvitationInput {
  readonly token: string;
  readonly password: string;
}

/** Open invitations by their tokens. */
@Injectable()
export class Offers {
  constructor(
    private readonly links: Links,
    private readonly invitations: InvitationRepository,
    private readonly people: PersonRepository,
  ) {}

  /** The open invitation of the token and its person, or a refusal (IDN-28). */
  async of(token: string, now: Date): Promise<{ invitation: Invitation; person: Person }> {
    const id = this.links.idIn<InvitationId>('invitation', token);
    const invitation = id === undefined ? null : await this.invitations.byId(id);
    const person = invitation === null ? null : await this.people.account(invitation.personId);
    if (invitation === null || person === null) throw refusal('INVITATION_NOT_VALID', { field: 'token' });
    invitationIsOpen(invitation, now);
    if (statusIn(person, invitation.forceId) === 'suspended')
      throw refusal('INVITATION_NOT_VALID', { field: 'token' });
    return { invitation, person };
  }

  /** Uses the invitation up. False when somebody else did. */
  async use(invitation: Invitation, at: Date): Promise<boolean> {
    return this.invitations.use(invitation, at);
  }
}

/** First sign-in: sets the person's own password and starts a session in the force that invited them. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offers: Offers,
    private readonly passwords: Passwords,
    private readonly change: PasswordChange,
    private readonly keeper: SessionKeeper,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: AcceptInvitationInput): Promise<SignedIn> {
    await this.offers.of(input.token, this.clock.now());
    passwordIsFit(input.password);
    const hash = await this.passwords.hash(input.password);
    return this.work.run(ctx, async (announce) => {
      const now = this.clock.now();
      const { invitation, person } = await this.offers.of(input.token, now);

      if (!(await this.offers.use(invitation, now))) throw refusal('INVITATION_USED', { field: 'token' });
      await this.change.make(announce, person, { hash, forceId: invitation.forceId });
      return this.keeper.start(announce, { ...person, accountStatus: 'active' }, invitation.forceId);
    });
  }
}
