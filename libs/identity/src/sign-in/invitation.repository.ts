import { Clock } from '@app/platform/clock/clock.js';
import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { InvitationId } from '../events.js';
import type { Invitation } from './invitation.js';
import { INVITATION, type StoredInvitation } from './invitation.schema.js';

/** Stores invitations. */
@Injectable()
export class InvitationRepository {
  constructor(
    @InjectModel(INVITATION) private readonly invitations: Model<StoredInvitation>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The invitation that a sealed token names. */
  async byId(id: InvitationId): Promise<Invitation | null> {
    const stored = await this.invitations
      .findOne({ _id: objectId(id) }, null, acrossForces('the token names the record'))
      .lean();
    return stored === null ? null : invitationOf(stored);
  }

  /** The person's invitation of this force that is neither used nor replaced. */
  async open(scope: ForceScope, personId: PersonId): Promise<Invitation | null> {
    const stored = await this.invitations
      .findOne({
        forceId: objectId(scope.forceId),
        personId: objectId(personId),
        usedAt: null,
        replacedAt: null,
      })
      .lean();
    return stored === null ? null : invitationOf(stored);
  }

  /** Ends every open invitation of the person, whoever gave it. */
  async replaceAll(personId: PersonId): Promise<void> {
    await this.invitations.updateMany(
      { personId: objectId(personId), usedAt: null, replacedAt: null },
      { $set: { replacedAt: this.clock.now() } },
      acrossForces('one account, one open invitation'),
    );
  }

  /** Adds an invitation. */
  async add(invitation: Invitation): Promise<void> {
    const { id, forceId, personId, ...times } = invitation;
    await this.invitations.insertMany([
      { _id: objectId(id), forceId: objectId(forceId), personId: objectId(personId), ...times },
    ]);
  }

  /** Uses the invitation up. False when somebody else did. */
  async use(invitation: Invitation, at: Date): Promise<boolean> {
    const used = await this.invitations.updateOne(
      { forceId: objectId(invitation.forceId), _id: objectId(invitation.id), usedAt: null },
      { $set: { usedAt: at } },
    );
    return used.modifiedCount === 1;
  }
}

function invitationOf(stored: StoredInvitation): Invitation {
  return {
    id: idOf<InvitationId>(stored._id),
    forceId: idOf<ForceId>(stored.forceId),
    personId: idOf<PersonId>(stored.personId),
    invitedAt: stored.invitedAt,
    expiresAt: stored.expiresAt,
    usedAt: stored.usedAt,
    replacedAt: stored.replacedAt,
  };
}
