import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ItemId } from './item.js';
import { SEEN_ITEM, type StoredSeenItem } from './item.schema.js';

/** Remembers when a person last had which item on a paper. */
@Injectable()
export class SeenItemRepository {
  constructor(@InjectModel(SEEN_ITEM) private readonly seen: Model<StoredSeenItem>) {}

  /** When the person last saw each of the items, in whichever force; those never seen are absent. */
  async lastSeen(personId: PersonId, itemIds: readonly ItemId[]): Promise<Map<ItemId, Date>> {
    const stored = await this.seen
      .find(
        { personId: objectId(personId), itemId: { $in: itemIds.map(objectId) } },
        null,
        acrossForces('what a person has seen counts wherever they were posted'),
      )
      .lean();
    return new Map(stored.map(({ itemId, lastSeenAt }) => [idOf<ItemId>(itemId), lastSeenAt]));
  }

  /** Notes that the person has the items before them. */
  async mark(
    scope: ForceScope,
    personId: PersonId,
    shown: { itemIds: readonly ItemId[]; at: Date },
  ): Promise<void> {
    await this.seen.bulkWrite(
      shown.itemIds.map((itemId) => ({
        updateOne: {
          filter: { personId: objectId(personId), itemId: objectId(itemId) },
          update: { $set: { lastSeenAt: shown.at, forceId: objectId(scope.forceId) } },
          upsert: true,
        },
      })),
    );
  }
}
