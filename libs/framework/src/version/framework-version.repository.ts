import { type CalendarDate, calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { type Id, newId, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { FrameworkContent, FrameworkVersion } from './framework-version.js';
import { FRAMEWORK_VERSION, type StoredFramework } from './framework-version.schema.js';

export type FrameworkVersionId = Id<'FrameworkVersion'>;

/** A version to be added. */
export interface NewVersion {
  readonly number: number;
  readonly digest: string;
  readonly loadedAt: Date;
  readonly effectiveFrom: CalendarDate;
  readonly content: FrameworkContent;
  /** What changed, and who published it; null when a pack brought it. */
  readonly note: string | null;
  readonly publishedBy: PersonId | null;
}

/** Loads and adds versions of the framework. A version is never changed. */
@Injectable()
export class FrameworkVersionRepository {
  constructor(@InjectModel(FRAMEWORK_VERSION) private readonly versions: Model<StoredFramework>) {}

  /** The newest version, without its content; null before the first. */
  async latest() {
    const facts = { number: 1, digest: 1, effectiveFrom: 1, publishedBy: 1, _id: 0 };
    const stored = await this.versions.findOne({}, facts).sort({ number: -1 }).lean();
    if (stored === null) return null;
    const { number, digest, publishedBy } = stored;
    const fromPack = (publishedBy ?? null) === null;
    return { number, digest, effectiveFrom: calendarDateOf(stored.effectiveFrom), fromPack };
  }

  /** A version by its number; null when there is none. */
  async byNumber(number: number): Promise<FrameworkVersion | null> {
    const stored = await this.versions.findOne({ number }).lean();
    if (stored === null) return null;
    return { number, effectiveFrom: calendarDateOf(stored.effectiveFrom), content: stored.content };
  }

  /** Adds a version. A number that is taken fails as a duplicate key. */
  async add({ publishedBy, ...version }: NewVersion): Promise<FrameworkVersionId> {
    const id = newId<FrameworkVersionId>();
    const by = publishedBy === null ? null : objectId(publishedBy);
    await this.versions.create([{ _id: objectId(id), ...version, publishedBy: by }]);
    return id;
  }
}
