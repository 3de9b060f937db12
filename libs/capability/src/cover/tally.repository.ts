import type { UnitId } from '@app/identity';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { inTransaction } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { AnyBulkWriteOperation, Model } from 'mongoose';
import { COVER_TALLY, type StoredPart } from './cover.schema.js';
import { type MovesByTally, type TallyKey, tallyName } from './expand.js';
import type { Moves } from './moves.js';
import type { Part } from './tally.js';
import { TallyWriter } from './tally.writer.js';
import {
  changesOf,
  madeAnew,
  monthsWanted,
  type PartChange,
  rootWanted,
  yearsWanted,
} from './tally-change.js';

/** How many tallies are moved with one read of their parts. */
const TALLIES_AT_ONCE = 500;

/** One tally, and how it moves. */
interface Moving {
  readonly key: TallyKey;
  readonly moves: Moves;
}

/** Moves the counts of tallies. Always in a unit of work with the profiles that they follow from, or in a generation to come. */
@Injectable()
export class TallyRepository {
  constructor(@InjectModel(COVER_TALLY) private readonly tallies: Model<StoredPart>) {}

  /** Puts moves in. A part whose last move goes is deleted, so that nothing shows how it came about. */
  async apply(scope: ForceScope, generation: number, tallies: MovesByTally): Promise<void> {
    const moving = [...tallies.values()].filter(({ moves }) => moves.size > 0);
    for (let from = 0; from < moving.length; from += TALLIES_AT_ONCE)
      await this.applySome(scope, generation, moving.slice(from, from + TALLIES_AT_ONCE));
  }

  private async applySome(scope: ForceScope, generation: number, moving: readonly Moving[]): Promise<void> {
    const forceId = objectId(scope.forceId);
    const known = new Map<string, StoredPart>();
    const at = (key: TallyKey) => (part: string) =>
      known.get(idOfPart(scope, generation, { key, part })) ?? null;
    for (const partsWanted of [rootWanted, yearsWanted, monthsWanted]) {
      const wanted = moving.flatMap(({ key, moves }) =>
        partsWanted(moves, at(key)).map((part) => idOfPart(scope, generation, { key, part })),
      );
      if (wanted.length === 0) break;
      for (const part of await this.read({ _id: { $in: wanted }, forceId })) known.set(part._id, part);
    }
    const operations: AnyBulkWriteOperation<StoredPart>[] = [];
    for (const { key, moves } of moving) {
      const changes = changesOf(moves, at(key)) ?? (await this.anew(scope, generation, { key, moves }));
      for (const { part, after } of changes)
        operations.push(written(scope, generation, { key, part, after }));
    }
    if (operations.length > 0)
      await this.tallies.collection.bulkWrite(operations as never[], { ordered: true, ...inTransaction() });
  }

  /** A tally put together anew from all of its parts: one that has become so small that it is kept otherwise. */
  private async anew(scope: ForceScope, generation: number, { key, moves }: Moving): Promise<PartChange[]> {
    const first = idOfPart(scope, generation, { key, part: '' });
    const parts = await this.read({
      _id: { $gte: first, $lt: `${first}~` },
      forceId: objectId(scope.forceId),
    });
    return madeAnew(new Map(parts.map((part) => [part.part, part])), moves);
  }

  /** Whoever adds the tallies of a generation to come, and says how much of the one before was otherwise. */
  writer(scope: ForceScope, { made, before }: { made: number; before: number }): TallyWriter<StoredPart> {
    const forceId = objectId(scope.forceId);
    return new TallyWriter({
      stored: (key, part, own) => storedPart(scope, made, { key, part, own }),
      insert: async (parts) => {
        await this.tallies.collection.insertMany(parts as never[], { ordered: false });
      },
      before: async (parts) =>
        this.read({ _id: { $in: parts.map(({ _id }) => inGeneration(_id, before)) }, forceId }),
      countBefore: () => this.tallies.collection.countDocuments({ forceId, generation: before }),
    });
  }

  /** Deletes every generation but one. */
  async keepOnly(scope: ForceScope, generation: number): Promise<void> {
    await this.tallies.deleteMany({ forceId: objectId(scope.forceId), generation: { $ne: generation } });
  }

  private async read(filter: object): Promise<StoredPart[]> {
    const found = this.tallies.collection.find(filter, { promoteBuffers: true, ...inTransaction() });
    return (await found.toArray()) as unknown as StoredPart[];
  }
}

function unitIdOf(unitId: UnitId | null): StoredPart['unitId'] {
  return unitId === null ? null : objectId(unitId);
}

function idOfPart(
  scope: ForceScope,
  generation: number,
  { key, part }: { key: TallyKey; part: string },
): string {
  return `${scope.forceId}|${generation}|${tallyName(key)}|${part}`;
}

/** The id of the same part in another generation. */
function inGeneration(id: string, generation: number): string {
  return id.replace(/^(\w+)\|\d+\|/, `$1|${generation}|`);
}

function written(
  scope: ForceScope,
  generation: number,
  { key, part, after }: PartChange & { key: TallyKey },
): AnyBulkWriteOperation<StoredPart> {
  const _id = idOfPart(scope, generation, { key, part });
  if (after === null) return { deleteOne: { filter: { _id } } };
  return {
    replaceOne: {
      filter: { _id },
      replacement: storedPart(scope, generation, { key, part, own: after }),
      upsert: true,
    },
  };
}

function storedPart(
  scope: ForceScope,
  generation: number,
  { key, part, own }: { key: TallyKey; part: string; own: Part },
): StoredPart {
  const { view, unitId, roleId, shift } = key;
  return {
    _id: idOfPart(scope, generation, { key, part }),
    forceId: objectId(scope.forceId),
    ...{ generation, view, unitId: unitIdOf(unitId), roleId, shift, part },
    ...own,
  };
}
