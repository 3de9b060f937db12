import type { PersonId } from '@app/platform/context/request-context.js';
import { idOf, newId, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { BankItem, ItemId, ItemState, ItemText, ItemVersion, ItemVersionId } from './item.js';
import {
  bankItemOf,
  factsOf,
  ITEM,
  ITEM_VERSION,
  itemVersionOf,
  type StoredItem,
  type StoredItemVersion,
} from './item.schema.js';

/** An item as loading sees it. */
export interface KnownItem extends BankItem {
  readonly courseCode: string;
  readonly versionNumber: number;
  readonly digest: string;
}

/** The next version of an item, or its first. */
export interface NextVersion {
  readonly key: string;
  readonly courseCode: string;
  readonly state: ItemState;
  readonly number: number;
  readonly digest: string;
  readonly text: ItemText;
}

/** Loads and saves items and their versions. National. */
@Injectable()
export class ItemRepository {
  constructor(
    @InjectModel(ITEM) private readonly items: Model<StoredItem>,
    @InjectModel(ITEM_VERSION) private readonly versions: Model<StoredItemVersion>,
  ) {}

  /** Those of the keys that are known. */
  async byKeys(keys: readonly string[]): Promise<Map<string, KnownItem>> {
    const stored = await this.items.find({ key: { $in: keys } }).lean();
    return new Map(stored.map((item) => [item.key, knownOf(item)]));
  }

  /** What papers of a course may draw from: its ready paper items of any level. */
  async bank(courseCode: string): Promise<BankItem[]> {
    const stored = await this.items
      .find({ courseCode, use: 'paper', state: 'ready' })
      .sort({ key: 1 })
      .lean();
    return stored.map(bankItemOf);
  }

  /** The versions by id. */
  async versionsById(ids: readonly ItemVersionId[]): Promise<Map<ItemVersionId, ItemVersion>> {
    const stored = await this.versions.find({ _id: { $in: ids.map(objectId) } }).lean();
    return new Map(stored.map((version) => [idOf<ItemVersionId>(version._id), itemVersionOf(version)]));
  }

  /** Adds a version and points the item at it; makes the item when it is new. */
  async save(known: KnownItem | undefined, next: NextVersion): Promise<void> {
    const itemId = known?.id ?? newId<ItemId>();
    const versionId = newId<ItemVersionId>();
    const { key, courseCode, state, number, digest, text } = next;
    await this.versions.create([{ _id: objectId(versionId), itemId: objectId(itemId), number, text }]);
    await this.items.updateOne(
      { _id: objectId(itemId) },
      {
        $set: {
          ...factsOf(text),
          courseCode,
          state,
          digest,
          type: text.content.type,
          versionId: objectId(versionId),
          versionNumber: number,
        },
        $setOnInsert: { key, exposure: 0 },
      },
      { upsert: true },
    );
  }

  /** Moves the item to another state. */
  async saveState(itemId: ItemId, state: ItemState): Promise<void> {
    await this.items.updateOne({ _id: objectId(itemId) }, { $set: { state } });
  }

  /** The item was reviewed by this person and is ready: they never draw it (ASM-06). */
  async saveApproval(itemId: ItemId, by: PersonId | null): Promise<void> {
    const reviewed = by === null ? {} : { $addToSet: { reviewerIds: by } };
    await this.items.updateOne({ _id: objectId(itemId) }, { $set: { state: 'ready' }, ...reviewed });
  }

  /** The items that rest on a stimulus, in the order in which they are shown. */
  async onStimulus(stimulusId: string): Promise<KnownItem[]> {
    const stored = await this.items.find({ stimulusId }).sort({ key: 1 }).lean();
    return stored.map(knownOf);
  }

  /** Counts one more paper for each of the items. */
  async countExposure(itemIds: readonly ItemId[]): Promise<void> {
    await this.items.updateMany({ _id: { $in: itemIds.map(objectId) } }, { $inc: { exposure: 1 } });
  }
}

function knownOf(stored: StoredItem): KnownItem {
  const { courseCode, versionNumber, digest } = stored;
  return { ...bankItemOf(stored), courseCode, versionNumber, digest };
}
