import type { PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ItemVersionId } from '../item/item.js';
import type { Remedies, Remedy } from './remedy.js';
import { ITEM_REMEDY, type StoredItemRemedy } from './remedy.schema.js';

/** A remedy that holds from an instant on. */
export interface RemedyInForce {
  readonly itemVersionId: ItemVersionId;
  readonly regradeId: string;
  readonly remedy: Remedy;
  readonly since: Date;
  readonly by: PersonId;
}

/** Keeps the remedies of faulty item versions: whatever is marked after the application of a regrade is marked by them. */
@Injectable()
export class RemedyRepository {
  constructor(@InjectModel(ITEM_REMEDY) private readonly remedies: Model<StoredItemRemedy>) {}

  /** The remedies of these versions, in the order in which they were applied. */
  async of(versionIds: readonly ItemVersionId[]): Promise<Remedies> {
    const stored = await this.remedies
      .find({ itemVersionId: { $in: versionIds.map(objectId) } })
      .sort({ itemVersionId: 1, since: 1, _id: 1 })
      .lean();
    const all = new Map<string, Remedy[]>();
    for (const { itemVersionId, remedy } of stored) {
      const id = idOf<ItemVersionId>(itemVersionId);
      all.set(id, [...(all.get(id) ?? []), remedy]);
    }
    return all;
  }

  /** Puts a remedy in force, once for each regrade. */
  async put({ itemVersionId, regradeId, remedy, since, by }: RemedyInForce): Promise<void> {
    await this.remedies.updateOne(
      { regradeId: objectId(regradeId as never) },
      { $setOnInsert: { itemVersionId: objectId(itemVersionId), remedy, since, by } },
      { upsert: true },
    );
  }
}
