import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { AccessRepository } from '../access/access.repository.js';
import { mustBeAllowed } from '../access/may.js';
import { type InvitationId, personInvited } from '../events.js';
import { type Person, statusIn } from '../person/person.js';
import { PersonRepository } from '../person/person.repository.js';
import { refusal } from '../refusals.js';
import { oncePerThing } from '../second-arrival.js';
import { INVITATION_MS, type Invitation, SAME_REQUEST_MS } from './invitation.js';
import { InvitationRepository } from './invitation.repository.js';

/** Who is invited. */
export interface InvitePersonInput {
  readonly personId: PersonId;
}

/** Invites a person to choose a first password, by mail. A newer invitation replaces the older. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly access: AccessRepository,
    private readonly invitations: InvitationRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: InvitePersonInput): Promise<Invitation> {
    mustBeAllowed(ctx, 'identity.person.invite', { forceWide: true });
    return oncePerThing(() =>
      this.work.run(ctx, async (announce) => {
        const person = found(await this.people.byId(ctx.force, input.personId));
        const open = await this.invitations.open(ctx.force, person.id);
        const now = this.clock.now();

        mayBeInvited(person, ctx);
        if (open !== null && now.getTime() - open.invitedAt.getTime() < SAME_REQUEST_MS) return open;
        const invitation: Invitation = {
          id: newId<InvitationId>(),
          forceId: ctx.force.forceId,
          personId: person.id,
          invitedAt: now,
          expiresAt: new Date(now.getTime() + INVITATION_MS),
          usedAt: null,
          replacedAt: null,
        };

        await this.invitations.replaceAll(person.id);
        await this.invitations.add(invitation);
        if (person.accountStatus === 'added') await this.mark({ ...person, accountStatus: 'invited' });
        announce(personInvited({ personId: person.id, invitationId: invitation.id }));
        return invitation;
      }),
    );
  }

  private async mark(invited: Person): Promise<void> {
    await this.people.save(invited);
    await this.access.follow(invited.id, invited);
  }
}

/** Refuses an invitation to somebody who needs none or cannot use it (IDN-29). */
function mayBeInvited(person: Person, ctx: RequestContext): void {
  const status = statusIn(person, ctx.force.forceId);
  if (status === 'suspended') throw refusal('PERSON_SUSPENDED', { field: 'personId' });
  if (status === 'active') throw refusal('PERSON_ALREADY_ACTIVE', { field: 'personId' });
  if (person.email === null) throw refusal('PERSON_WITHOUT_EMAIL', { field: 'personId' });
}
