import { type Id, newId, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { FrameworkContent } from './framework-version.js';
import { FRAMEWORK_VERSION, type StoredFramework } from './framework-version.schema.js';

export type FrameworkVersionId = Id<'FrameworkVersion'>;

/** Loads and adds versions of the framework. A version is never changed. */
@Injectable()
export class FrameworkVersionRepository {
  constructor(@InjectModel(FRAMEWORK_VERSION) private readonly versions: Model<StoredFramework>) {}

  /** The newest version's number and digest; null before the first. */
  async latest(): Promise<{ number: number; digest: string } | null> {
    return this.versions.findOne({}, { number: 1, digest: 1, _id: 0 }).sort({ number: -1 }).lean();
  }

  /** Adds a version. A number that is taken fails as a duplicate key. */
  async add(version: { number: number; digest: string; loadedAt: Date; content: FrameworkContent }) {
    const id = newId<FrameworkVersionId>();
    await this.versions.create([{ _id: objectId(id), ...version }]);
    return id;
  }
}
