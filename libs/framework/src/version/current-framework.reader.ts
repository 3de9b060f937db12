import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { FrameworkContent } from './framework-version.js';
import { FRAMEWORK_VERSION, type StoredFramework } from './framework-version.schema.js';

const EMPTY: FrameworkContent = { areas: [], skills: [], roles: [], ranks: [], profiles: [] };

/** The framework in use. Each read asks for the newest number only; the content of a number never changes and is kept. */
@Injectable()
export class CurrentFramework {
  private kept: { number: number; content: FrameworkContent } | undefined;

  constructor(@InjectModel(FRAMEWORK_VERSION) private readonly versions: Model<StoredFramework>) {}

  /** The content of the newest version; empty before the first load. */
  async read(): Promise<FrameworkContent> {
    const newest = await this.versions.findOne({}, { number: 1, _id: 0 }).sort({ number: -1 }).lean();
    if (newest === null) return EMPTY;
    if (this.kept?.number === newest.number) return this.kept.content;
    const version = await this.versions.findOne({ number: newest.number }).lean();
    if (version === null) return EMPTY;
    this.kept = { number: version.number, content: version.content };
    return version.content;
  }
}
