import type { UnitId } from '@app/identity';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { AnyBulkWriteOperation, Model } from 'mongoose';
import type { CellChanges } from './contribution.js';
import { stepsOf, storedCell } from './cover.mapping.js';
import { COVER_COUNT, type StoredCount } from './cover.schema.js';
import { stepsAfter } from './steps.js';

/** Moves the counts of cells. Always in a unit of work with the contributions that they follow from. */
@Injectable()
export class CountRepository {
  constructor(@InjectModel(COVER_COUNT) private readonly counts: Model<StoredCount>) {}

  /** Puts changes in. A count whose last step goes is deleted, so that nothing shows how it came about. */
  async apply(scope: ForceScope, changes: ReadonlyMap<string, CellChanges>): Promise<void> {
    const moving = [...changes].filter(([, cell]) => cell.changes.size > 0);
    const known = await this.ofCells(
      scope,
      moving.map(([key]) => key),
    );
    await this.write(
      moving.map(([key, { cell, changes: moves }]) => {
        const before = known.get(key);
        const steps = stepsAfter(stepsOf(before?.steps ?? []), moves);
        const filter = { forceId: objectId(scope.forceId), cell: key };
        if (steps.length === 0) return { deleteOne: { filter } };
        const update = { $set: { ...storedCell(cell), steps } };
        return { updateOne: { filter, update, upsert: true } };
      }),
    );
  }

  /** Makes the counts of one unit exactly these. Returns how many were wrong. */
  async replaceUnit(
    scope: ForceScope,
    unitId: UnitId | null,
    counts: ReadonlyMap<string, CellChanges>,
  ): Promise<number> {
    const forceId = objectId(scope.forceId);
    const stored = await this.counts
      .find({ forceId, unitId: unitId === null ? null : objectId(unitId) })
      .lean<StoredCount[]>();
    const before = new Map(stored.map(({ cell, steps }) => [cell, JSON.stringify(steps)]));
    const surplus = [...before.keys()].filter((cell) => !counts.has(cell));
    const wrong = [...counts].flatMap(([cell, { cell: of, changes }]) => {
      const steps = stepsAfter([], changes);
      return before.get(cell) === JSON.stringify(steps) ? [] : [{ cell, of, steps }];
    });
    await this.write([
      ...surplus.map((cell) => ({ deleteOne: { filter: { forceId, cell } } })),
      ...wrong.map(({ cell, of, steps }) => ({
        updateOne: {
          filter: { forceId, cell },
          update: { $set: { ...storedCell(of), steps } },
          upsert: true,
        },
      })),
    ]);
    return surplus.length + wrong.length;
  }

  /** The units that have counts, `null` for the whole force. */
  async unitIds(scope: ForceScope): Promise<(string | null)[]> {
    const ids = await this.counts.distinct('unitId', { forceId: objectId(scope.forceId) });
    return (ids as (StoredCount['unitId'] | null)[]).map((id) => (id === null ? null : id.toHexString()));
  }

  private async ofCells(scope: ForceScope, cells: string[]): Promise<Map<string, StoredCount>> {
    const stored = await this.counts
      .find({ forceId: objectId(scope.forceId), cell: { $in: cells } })
      .lean<StoredCount[]>();
    return new Map(stored.map((count) => [count.cell, count]));
  }

  private async write(operations: AnyBulkWriteOperation<StoredCount>[]): Promise<void> {
    if (operations.length > 0) await this.counts.bulkWrite(operations, { ordered: true });
  }
}
