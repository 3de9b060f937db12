import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { RoleGrant, RoleGrantId } from './role-grant.js';
import { roleGrantOf } from './role-grant.reader.js';
import { ROLE_GRANT, type StoredRoleGrant } from './role-grant.schema.js';

/** Loads role grants for writing, and saves them. */
@Injectable()
export class RoleGrantRepository {
  constructor(@InjectModel(ROLE_GRANT) private readonly grants: Model<StoredRoleGrant>) {}

  /** The grant, if this force gave it. */
  async byId(scope: ForceScope, grantId: RoleGrantId): Promise<RoleGrant | null> {
    const stored = await this.grants
      .findOne({ forceId: objectId(scope.forceId), _id: objectId(grantId) })
      .lean();
    return stored === null ? null : roleGrantOf(stored);
  }

  /** The person's grants in this force that are not revoked. */
  async live(scope: ForceScope, personId: PersonId): Promise<RoleGrant[]> {
    const stored = await this.grants
      .find({ forceId: objectId(scope.forceId), personId: objectId(personId), revokedAt: null })
      .lean();
    return stored.map(roleGrantOf);
  }

  /** Adds a grant. */
  async add(grant: RoleGrant): Promise<void> {
    await this.grants.insertMany([
      {
        _id: objectId(grant.id),
        forceId: objectId(grant.forceId),
        personId: objectId(grant.personId),
        bundle: grant.bundle,
        unitId: grant.unitId === null ? null : objectId(grant.unitId),
        from: grant.from,
        to: grant.to,
        revokedAt: null,
      },
    ]);
  }

  /** Records the revocation; a second one changes nothing. */
  async revoke(scope: ForceScope, grantId: RoleGrantId, at: Date): Promise<void> {
    await this.grants.updateOne(
      { forceId: objectId(scope.forceId), _id: objectId(grantId), revokedAt: null },
      { $set: { revokedAt: at } },
    );
  }
}
