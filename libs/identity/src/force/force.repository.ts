import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Force } from './force.js';
import { forceOf } from './force.reader.js';
import { FORCE, type StoredForce } from './force.schema.js';

/** Loads forces for writing, and saves them. */
@Injectable()
export class ForceRepository {
  constructor(@InjectModel(FORCE) private readonly forces: Model<StoredForce>) {}

  /** The force of that slug. */
  async bySlug(slug: string): Promise<Force | null> {
    const stored = await this.forces.findOne({ slug: { $eq: slug } }).lean();
    return stored === null ? null : forceOf(stored);
  }

  /** Adds the force, or replaces what is stored of it. */
  async save(force: Force): Promise<void> {
    const { id, mergedInto, ...rest } = force;
    await this.forces.updateOne(
      { _id: objectId(id) },
      { $set: { ...rest, mergedInto: mergedInto === null ? null : objectId(mergedInto) } },
      { upsert: true },
    );
  }
}
