import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { LawEntry, LawId } from './law.js';
import { LAW, type StoredLaw } from './law.schema.js';

/** The law register as it stands. National. */
@Injectable()
export class LawReader {
  constructor(@InjectModel(LAW) private readonly laws: Model<StoredLaw>) {}

  /** The entry of that key; null when the register has none. */
  async byId(id: LawId): Promise<LawEntry | null> {
    return (await this.byIds([id])).get(id) ?? null;
  }

  /** The entries of these keys; a key that the register does not have is absent. */
  async byIds(ids: readonly LawId[]): Promise<ReadonlyMap<LawId, LawEntry>> {
    if (ids.length === 0) return new Map();
    const rows = await this.laws.find({ lawId: { $in: [...ids] }, current: true }, { entry: 1 }).lean();
    return new Map(rows.map(({ entry }) => [entry.id, entry]));
  }

  /** A page in the order of the keys; `after` is the last key of the page before. */
  async page(request: { limit: number; after: string | null }) {
    const after = request.after === null ? {} : { lawId: { $gt: request.after } };
    const rows = await this.laws
      .find({ current: true, ...after }, { entry: 1 })
      .sort({ lawId: 1 })
      .limit(request.limit)
      .lean();
    const totalCount = await this.laws.countDocuments({ current: true });
    return { rows: rows.map(({ entry }) => entry), totalCount, keyOf: (entry: LawEntry) => entry.id };
  }
}
