import type { ForceId, ForceScope } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Unit, UnitId } from './unit.js';
import { type StoredUnit, UNIT } from './unit.schema.js';

/** Reads one force's organisation tree. */
@Injectable()
export class UnitReader {
  constructor(@InjectModel(UNIT) private readonly units: Model<StoredUnit>) {}

  /** The unit, if this force has it. */
  async byId(scope: ForceScope, unitId: UnitId): Promise<Unit | null> {
    return (await this.byIds(scope, [unitId])).get(unitId) ?? null;
  }

  /** Those of the units that this force has, by id. */
  async byIds(scope: ForceScope, unitIds: readonly UnitId[]): Promise<Map<UnitId, Unit>> {
    const stored = await this.units
      .find({ forceId: objectId(scope.forceId), _id: { $in: unitIds.map(objectId) } })
      .lean();
    return new Map(stored.map((unit) => [idOf<UnitId>(unit._id), unitOf(unit)]));
  }

  /** The unit and everything below it; empty when the force has no such unit. */
  async subtreeIds(scope: ForceScope, unitId: UnitId): Promise<UnitId[]> {
    return this.subtreeIdsOf(scope, [unitId]);
  }

  /** The units and everything below them. */
  async subtreeIdsOf(scope: ForceScope, unitIds: readonly UnitId[]): Promise<UnitId[]> {
    const below = await this.units
      .find({ forceId: objectId(scope.forceId), path: { $in: unitIds.map(objectId) } }, { _id: 1 })
      .lean();
    return below.map(({ _id }) => idOf<UnitId>(_id));
  }

  /** The ids from the root of the tree down to the unit itself; empty when the force has no such unit. */
  async path(scope: ForceScope, unitId: UnitId): Promise<readonly UnitId[]> {
    return (await this.byId(scope, unitId))?.path ?? [];
  }

  /** All units of the force, as a roster needs them to resolve names. */
  async all(scope: ForceScope): Promise<Unit[]> {
    const stored = await this.units.find({ forceId: objectId(scope.forceId) }).lean();
    return stored.map(unitOf);
  }

  /** A page of the force's units in the order of their creation: a parent comes before its children. */
  async page(scope: ForceScope, request: ListRequest): Promise<ListPage<Unit>> {
    const all = { forceId: objectId(scope.forceId) };
    const filter = request.after === null ? all : { ...all, _id: { $gt: objectId(request.after as UnitId) } };
    const rows = await this.units.find(filter).sort({ _id: 1 }).limit(request.limit).lean();
    const totalCount = await this.units.countDocuments(all);
    return { rows: rows.map(unitOf), totalCount, keyOf: (unit) => unit.id };
  }
}

/** The unit as the code knows it. */
export function unitOf(stored: StoredUnit): Unit {
  return {
    id: idOf<UnitId>(stored._id),
    forceId: idOf<ForceId>(stored.forceId),
    name: stored.name,
    kind: stored.kind,
    parentId: stored.parentId === null ? null : idOf<UnitId>(stored.parentId),
    path: stored.path.map((id) => idOf<UnitId>(id)),
  };
}
