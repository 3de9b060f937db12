import { idOf } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ItemId, ItemState, ItemType } from '../item/item.js';
import { ITEM, type StoredItem } from '../item/item.schema.js';
import type { Blueprint } from './blueprint.js';
import { BLUEPRINT, blueprintOf, type StoredBlueprint } from './blueprint.schema.js';

/** How often papers have shown an item. */
export interface ItemExposure {
  readonly itemId: ItemId;
  readonly key: string;
  readonly type: ItemType;
  readonly state: ItemState;
  /** Papers, in all forces, retired ones of the item included. It may lag by moments. */
  readonly papers: number;
}

const EXPOSURE = { key: 1, type: 1, state: 1, exposure: 1 } as const;

/** Blueprints and the use of their banks, for screens. National. */
@Injectable()
export class BlueprintReader {
  constructor(
    @InjectModel(BLUEPRINT) private readonly blueprints: Model<StoredBlueprint>,
    @InjectModel(ITEM) private readonly items: Model<StoredItem>,
  ) {}

  /** The blueprint of a component; null when there is none. */
  async of(courseCode: string, componentKey: string): Promise<Blueprint | null> {
    const stored = await this.blueprints.findOne({ courseCode, componentKey }).lean();
    return stored === null ? null : blueprintOf(stored);
  }

  /** A page of the paper items of a course in the order of their keys, with how often papers have shown them. */
  async exposures(courseCode: string, { limit, after }: ListRequest): Promise<ListPage<ItemExposure>> {
    const all = { courseCode, use: 'paper' as const, type: { $ne: 'practical' as const } };
    const from = after === null ? all : { ...all, key: { $gt: after } };
    const stored = await this.items.find(from, EXPOSURE).sort({ key: 1 }).limit(limit).lean();
    const totalCount = await this.items.countDocuments(all);
    return { rows: stored.map(exposureOf), totalCount, keyOf: ({ key }) => key };
  }
}

function exposureOf(stored: Pick<StoredItem, '_id' | 'key' | 'type' | 'state' | 'exposure'>): ItemExposure {
  const { _id, key, type, state, exposure } = stored;
  return { itemId: idOf<ItemId>(_id), key, type, state, papers: exposure };
}
