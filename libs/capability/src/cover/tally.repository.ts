import type { UnitId } from '@app/identity';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { inTransaction } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { AnyBulkWriteOperation, Model } from 'mongoose';
import { COVER_TALLY, type StoredPart } from './cover.schema.js';
import { type MovesByTally, type TallyKey, tallyName } from './expand.js';
import { addMoves, type Moves } from './moves.js';
import { isSamePart, movesOf, partOf, partsIn } from './tally.js';

const AT_ONCE = 1000;

/** A part of a tally, with its moves as `partsIn` gives them. */
interface Moving {
  readonly key: TallyKey;
  readonly part: string;
  readonly moves: Moves;
}

/** Moves the counts of tallies. Always in a unit of work with the profiles that they follow from, or in a generation to come. */
@Injectable()
export class TallyRepository {
  constructor(@InjectModel(COVER_TALLY) private readonly tallies: Model<StoredPart>) {}

  /** Puts moves in. A part whose last move goes is deleted, so that nothing shows how it came about. */
  async apply(scope: ForceScope, generation: number, tallies: MovesByTally): Promise<void> {
    const moving = new Map<string, Moving>();
    for (const { key, moves } of tallies.values())
      for (const [part, inPart] of partsIn(moves))
        if (inPart.size > 0)
          moving.set(idOfPart(scope, generation, { key, part }), { key, part, moves: inPart });
    const ids = [...moving.keys()];
    for (let from = 0; from < ids.length; from += AT_ONCE)
      await this.applySome(
        scope,
        generation,
        ids.slice(from, from + AT_ONCE).map((id) => [id, moving.get(id)] as const),
      );
  }

  private async applySome(
    scope: ForceScope,
    generation: number,
    moving: readonly (readonly [string, Moving | undefined])[],
  ): Promise<void> {
    const stored = await this.read({
      _id: { $in: moving.map(([id]) => id) },
      forceId: objectId(scope.forceId),
    });
    const before = new Map(stored.map((part) => [part._id, part]));
    const operations = moving.flatMap<AnyBulkWriteOperation<StoredPart>>(([_id, change]) => {
      if (change === undefined) return [];
      const known = before.get(_id);
      const moves = known === undefined ? new Map<number, number>() : movesOf(known);
      addMoves(moves, change.moves);
      if (moves.size === 0) return known === undefined ? [] : [{ deleteOne: { filter: { _id } } }];
      const replacement = storedPart(scope, generation, { ...change, moves });
      return [{ replaceOne: { filter: { _id }, replacement, upsert: true } }];
    });
    if (operations.length > 0)
      await this.tallies.collection.bulkWrite(operations as never[], { ordered: true, ...inTransaction() });
  }

  /** Adds the tallies of a generation that has them not. Returns how many parts of the other generation said something else. */
  async add(
    scope: ForceScope,
    generations: { readonly made: number; readonly before: number },
    { unitId, tallies }: { unitId: UnitId | null; tallies: MovesByTally },
  ): Promise<number> {
    const parts: StoredPart[] = [];
    for (const { key, moves } of tallies.values())
      for (const [part, inPart] of partsIn(moves))
        if (inPart.size > 0) parts.push(storedPart(scope, generations.made, { key, part, moves: inPart }));
    for (let from = 0; from < parts.length; from += AT_ONCE)
      await this.tallies.collection.insertMany(parts.slice(from, from + AT_ONCE) as never[], {
        ordered: false,
      });
    const wanted = {
      forceId: objectId(scope.forceId),
      generation: generations.before,
      unitId: unitIdOf(unitId),
    };
    const before = new Map((await this.read(wanted)).map((part) => [nameIn(part), part]));
    const wrong = parts.filter((part) => {
      const was = before.get(nameIn(part));
      before.delete(nameIn(part));
      return was === undefined || !isSamePart(was, part);
    });
    return wrong.length + before.size;
  }

  /** The units that a generation has tallies of; null is the whole force. */
  async unitIds(scope: ForceScope, generation: number): Promise<(string | null)[]> {
    const ids = await this.tallies.distinct('unitId', { forceId: objectId(scope.forceId), generation });
    return (ids as (StoredPart['unitId'] | null)[]).map((id) => id?.toHexString() ?? null);
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

function idOfPart(scope: ForceScope, generation: number, { key, part }: Omit<Moving, 'moves'>): string {
  return `${scope.forceId}|${generation}|${tallyName(key)}|${part}`;
}

/** The same in every generation. */
function nameIn({ _id }: StoredPart): string {
  return _id.split('|').slice(2).join('|');
}

function storedPart(scope: ForceScope, generation: number, moving: Moving): StoredPart {
  const { view, unitId, roleId, shift } = moving.key;
  return {
    _id: idOfPart(scope, generation, moving),
    forceId: objectId(scope.forceId),
    ...{ generation, view, unitId: unitIdOf(unitId), roleId, shift, part: moving.part },
    ...partOf(moving.moves),
  };
}
