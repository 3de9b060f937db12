import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type Unit, type UnitId, unitNameKey } from './unit.js';
import { unitOf } from './unit.reader.js';
import { type StoredUnit, UNIT } from './unit.schema.js';

/** Loads units for writing, and saves them. */
@Injectable()
export class UnitRepository {
  constructor(@InjectModel(UNIT) private readonly units: Model<StoredUnit>) {}

  /** The unit, if this force has it. */
  async byId(scope: ForceScope, unitId: UnitId): Promise<Unit | null> {
    const stored = await this.units
      .findOne({ forceId: objectId(scope.forceId), _id: objectId(unitId) })
      .lean();
    return stored === null ? null : unitOf(stored);
  }

  /** The unit of that name under that parent. */
  async sibling(scope: ForceScope, parentId: UnitId | null, name: string): Promise<Unit | null> {
    const stored = await this.units
      .findOne({
        forceId: objectId(scope.forceId),
        parentId: parentId === null ? null : objectId(parentId),
        nameKey: unitNameKey(name),
      })
      .lean();
    return stored === null ? null : unitOf(stored);
  }

  /** Adds a unit. */
  async add(unit: Unit): Promise<void> {
    await this.units.insertMany([
      {
        _id: objectId(unit.id),
        forceId: objectId(unit.forceId),
        name: unit.name,
        nameKey: unitNameKey(unit.name),
        kind: unit.kind,
        parentId: unit.parentId === null ? null : objectId(unit.parentId),
        path: unit.path.map(objectId),
      },
    ]);
  }

  /** Gives a unit another name. */
  async rename(scope: ForceScope, unitId: UnitId, name: string): Promise<void> {
    await this.units.updateOne(
      { forceId: objectId(scope.forceId), _id: objectId(unitId) },
      { $set: { name, nameKey: unitNameKey(name) } },
    );
  }
}
