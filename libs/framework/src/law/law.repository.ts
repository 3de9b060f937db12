import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { LawEntry } from './law.js';
import { LAW, type StoredLaw } from './law.schema.js';

/** Loads and adds versions of law entries. */
@Injectable()
export class LawRepository {
  constructor(@InjectModel(LAW) private readonly laws: Model<StoredLaw>) {}

  /** Number and digest of every entry in use, by law id. */
  async inUse(): Promise<Map<string, { number: number; digest: string }>> {
    const rows = await this.laws.find({ current: true }, { lawId: 1, number: 1, digest: 1, _id: 0 }).lean();
    return new Map(rows.map((row) => [row.lawId, row]));
  }

  /** Adds a version and makes it the one in use. */
  async add(version: { number: number; digest: string; loadedAt: Date; entry: LawEntry }): Promise<void> {
    const lawId = version.entry.id;
    await this.laws.updateOne({ lawId, current: true }, { $set: { current: false } });
    await this.laws.create([{ lawId, current: true, ...version }]);
  }
}
