import type { UnitId } from '@app/identity';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ABSTRACTION_LIMIT, type StoredLimit } from './abstraction.schema.js';

/** How much of a unit and all below it may be away at once, in whole per cent; no unit: of each unit without a limit of its own. */
export interface AbstractionLimit {
  readonly unitId: UnitId | null;
  readonly percent: number;
}

/** Loads and saves the limits of a force. */
@Injectable()
export class LimitRepository {
  constructor(@InjectModel(ABSTRACTION_LIMIT) private readonly limits: Model<StoredLimit>) {}

  /** Every limit of the force, that of all units first. */
  async all(scope: ForceScope): Promise<AbstractionLimit[]> {
    const stored = await this.limits
      .find({ forceId: objectId(scope.forceId) })
      .sort({ unitId: 1 })
      .lean<StoredLimit[]>();
    return stored.map(({ unitId, percent }) => ({
      unitId: unitId === null ? null : idOf<UnitId>(unitId),
      percent,
    }));
  }

  /** Saves one, or takes it away when `percent` is null. */
  async save(scope: ForceScope, unitId: UnitId | null, percent: number | null): Promise<void> {
    const filter = { forceId: objectId(scope.forceId), unitId: unitId === null ? null : objectId(unitId) };
    if (percent === null) await this.limits.deleteOne(filter);
    else await this.limits.updateOne(filter, { $set: { percent } }, { upsert: true });
  }
}
