import type { UnitId } from '@app/identity';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { MinimumCover } from './minimum-cover.js';
import { MINIMUM_COVER, type StoredMinimum } from './minimum-cover.schema.js';

/** Keeps the minimums of units. */
@Injectable()
export class MinimumCoverRepository {
  constructor(@InjectModel(MINIMUM_COVER) private readonly minimums: Model<StoredMinimum>) {}

  /** Every minimum of a unit. */
  async ofUnit(scope: ForceScope, unitId: UnitId): Promise<MinimumCover[]> {
    const stored = await this.minimums
      .find({ forceId: objectId(scope.forceId), unitId: objectId(unitId) })
      .sort({ roleId: 1, skillId: 1, level: 1 })
      .lean<StoredMinimum[]>();
    return stored.map(minimumOf);
  }

  /** Every minimum of several units, by unit, role, skill, level and shift. */
  async ofUnits(scope: ForceScope, unitIds: readonly UnitId[]): Promise<MinimumCover[]> {
    const stored = await this.minimums
      .find({ forceId: objectId(scope.forceId), unitId: { $in: unitIds.map(objectId) } })
      .sort({ unitId: 1, roleId: 1, skillId: 1, level: 1, shift: 1 })
      .lean<StoredMinimum[]>();
    return stored.map(minimumOf);
  }

  /** The minimum of one need; null when none is set. */
  async find(
    scope: ForceScope,
    need: Pick<MinimumCover, 'unitId' | 'roleId' | 'skillId' | 'level' | 'shift'>,
  ): Promise<MinimumCover | null> {
    const { unitId, roleId, skillId, level, shift } = need;
    const stored = await this.minimums
      .findOne({ forceId: objectId(scope.forceId), unitId: objectId(unitId), roleId, skillId, level, shift })
      .lean<StoredMinimum>();
    return stored === null ? null : minimumOf(stored);
  }

  /** Saves a minimum as changed since its revision. */
  async save(scope: ForceScope, cover: MinimumCover): Promise<void> {
    const { roleId, skillId, level, shift, minimum, history, revision } = cover;
    const forceId = objectId(scope.forceId);
    const key = { forceId, unitId: objectId(cover.unitId), roleId, skillId, level, shift };
    if (revision === 0) {
      await this.minimums.create([{ ...key, minimum, history: [...history], revision: 1 }]);
      return;
    }
    const saved = await this.minimums.updateOne(
      { ...key, revision },
      { $set: { minimum, history: [...history], revision: revision + 1 } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }
}

function minimumOf(stored: StoredMinimum): MinimumCover {
  const { roleId, skillId, level, minimum, revision } = stored;
  const { shift = null, history = [] } = stored as Partial<StoredMinimum>;
  return { unitId: idOf<UnitId>(stored.unitId), roleId, skillId, level, shift, minimum, history, revision };
}
