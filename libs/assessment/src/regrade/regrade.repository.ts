import { objectId } from '@app/platform/ids/ids.js';
import { isDuplicateKey } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ItemId, ItemVersion, ItemVersionId } from '../item/item.js';
import { ITEM_VERSION, itemVersionOf, type StoredItemVersion } from '../item/item.schema.js';
import { refusal } from './refusals.js';
import type { Regrade, RegradeId } from './regrade.js';
import { AT_WORK, REGRADE, regradeOf, type StoredRegrade, storedRegrade } from './regrade.schema.js';

/** Loads and saves regrades. National. */
@Injectable()
export class RegradeRepository {
  constructor(
    @InjectModel(REGRADE) private readonly regrades: Model<StoredRegrade>,
    @InjectModel(ITEM_VERSION) private readonly versions: Model<StoredItemVersion>,
  ) {}

  /** The regrade, or NOT_FOUND. */
  async load(id: RegradeId): Promise<Regrade> {
    return regradeOf(found(await this.regrades.findById(objectId(id)).lean<StoredRegrade>()));
  }

  /** The version of an item by its number; null when it never had one. */
  async versionOf(itemId: ItemId, number: number): Promise<ItemVersion | null> {
    const stored = await this.versions
      .findOne({ itemId: objectId(itemId), number })
      .lean<StoredItemVersion>();
    return stored === null ? null : itemVersionOf(stored);
  }

  /** The regrade of a version that is at work; null when none is. */
  async atWork(itemVersionId: ItemVersionId): Promise<Regrade | null> {
    const stored = await this.regrades
      .findOne({ itemVersionId: objectId(itemVersionId), state: { $in: [...AT_WORK] } })
      .lean<StoredRegrade>();
    return stored === null ? null : regradeOf(stored);
  }

  /** Adds a regrade. Refuses ASM-144 while another of the version is at work. */
  async add(regrade: Regrade): Promise<void> {
    await refusingASecond(() => this.regrades.create([storedRegrade(regrade)]));
  }

  /** Saves a regrade as it was read; CONFLICT when somebody else moved it. Refuses ASM-144 while another of the course is applied. */
  async save(regrade: Regrade): Promise<Regrade> {
    const { _id, revision, ...rest } = storedRegrade(regrade);
    const next = revision + 1;
    const saved = await refusingASecond(() =>
      this.regrades.updateOne({ _id, revision }, { $set: { ...rest, revision: next } }),
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
    return { ...regrade, revision: next };
  }
}

async function refusingASecond<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) throw refusal('REGRADE_AT_WORK');
    throw error;
  }
}
