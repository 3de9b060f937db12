import type { UnitId } from '@app/identity';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Entry } from './contribution.js';
import { entryOf, storedCell } from './cover.mapping.js';
import { COVER_CONTRIBUTION, type StoredContribution } from './cover.schema.js';

/** Keeps what each person was last counted for. */
@Injectable()
export class ContributionRepository {
  constructor(@InjectModel(COVER_CONTRIBUTION) private readonly contributions: Model<StoredContribution>) {}

  /** What these people were last counted for; absent where they never were. */
  async of(scope: ForceScope, personIds: readonly PersonId[]): Promise<Map<PersonId, Entry[]>> {
    const stored = await this.contributions
      .find({ forceId: objectId(scope.forceId), personId: { $in: personIds.map(objectId) } })
      .lean<StoredContribution[]>();
    return new Map(stored.map(({ personId, entries }) => [idOf<PersonId>(personId), entries.map(entryOf)]));
  }

  /** Saves contributions; an empty one is deleted. */
  async save(scope: ForceScope, contributions: ReadonlyMap<PersonId, readonly Entry[]>): Promise<void> {
    const operations = [...contributions].map(([personId, entries]) => {
      const filter = { forceId: objectId(scope.forceId), personId: objectId(personId) };
      if (entries.length === 0) return { deleteOne: { filter } };
      const stored = entries.map(({ cell, spans }) => ({
        ...storedCell(cell),
        spans: spans.map((span) => ({ ...span })),
      }));
      return { updateOne: { filter, update: { $set: { entries: stored } }, upsert: true } };
    });
    if (operations.length > 0) await this.contributions.bulkWrite(operations, { ordered: true });
  }

  /** Everybody of the force who counts somewhere. */
  async personIds(scope: ForceScope): Promise<PersonId[]> {
    const ids = await this.contributions.distinct('personId', { forceId: objectId(scope.forceId) });
    return ids.map((id) => idOf<PersonId>(id));
  }

  /** The units in which somebody counts. */
  async unitIds(scope: ForceScope): Promise<(string | null)[]> {
    const ids = await this.contributions.distinct('entries.unitId', { forceId: objectId(scope.forceId) });
    return (ids as ({ toHexString(): string } | null)[]).map((id) => id?.toHexString() ?? null);
  }

  /** The entries of everybody who counts in one unit, for that unit only. */
  async entriesOfUnit(scope: ForceScope, unitId: UnitId | null): Promise<Entry[]> {
    const wanted = unitId === null ? null : objectId(unitId);
    const entries: Entry[] = [];
    const stored = this.contributions
      .find({ forceId: objectId(scope.forceId), 'entries.unitId': wanted })
      .lean<StoredContribution[]>()
      .cursor();
    for await (const contribution of stored) {
      const ofUnit = contribution.entries.map(entryOf).filter(({ cell }) => cell.unitId === unitId);
      entries.push(...ofUnit);
    }
    return entries;
  }
}
