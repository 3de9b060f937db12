import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Bundle } from '../access/bundle-names.js';
import type { UnitId } from '../unit/unit.js';
import type { RoleGrant, RoleGrantId } from './role-grant.js';
import { ROLE_GRANT, type StoredRoleGrant } from './role-grant.schema.js';

/** Reads the roles that a force has granted and not revoked. */
@Injectable()
export class RoleGrantReader {
  constructor(@InjectModel(ROLE_GRANT) private readonly grants: Model<StoredRoleGrant>) {}

  /** The grants of several people in this force, by person, earliest first. */
  async ofPeople(scope: ForceScope, personIds: readonly PersonId[]): Promise<Map<PersonId, RoleGrant[]>> {
    const stored = await this.grants
      .find({
        forceId: objectId(scope.forceId),
        personId: { $in: personIds.map(objectId) },
        revokedAt: null,
      })
      .sort({ from: 1, _id: 1 })
      .lean();
    return Map.groupBy(stored.map(roleGrantOf), (grant) => grant.personId);
  }

  /** Who holds any of these bundles for the whole force on the day, each once. */
  async holdersOf(scope: ForceScope, bundles: readonly Bundle[], day: CalendarDate): Promise<PersonId[]> {
    const whole = { forceId: objectId(scope.forceId), bundle: { $in: [...bundles] }, unitId: null };
    const stored = await this.grants
      .find({ ...whole, revokedAt: null, from: { $lte: day }, $or: [{ to: null }, { to: { $gte: day } }] })
      .lean();
    return [...new Set(stored.map(({ personId }) => idOf<PersonId>(personId)))];
  }
}

/** The grant as the code knows it. */
export function roleGrantOf(stored: StoredRoleGrant): RoleGrant {
  return {
    id: idOf<RoleGrantId>(stored._id),
    personId: idOf<PersonId>(stored.personId),
    forceId: idOf<ForceId>(stored.forceId),
    bundle: stored.bundle,
    unitId: stored.unitId === null ? null : idOf<UnitId>(stored.unitId),
    from: stored.from as CalendarDate,
    to: stored.to as CalendarDate | null,
    revokedAt: stored.revokedAt,
  };
}
