import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Brief } from './brief.js';
import { BRIEF, type StoredBrief, storedBrief } from './brief.schema.js';

/** Adds versions of briefs. */
@Injectable()
export class BriefRepository {
  constructor(@InjectModel(BRIEF) private readonly briefs: Model<StoredBrief>) {}

  /** Adds a version. A number that is taken fails as a duplicate key. */
  async add(brief: Brief): Promise<void> {
    await this.briefs.create([storedBrief(brief)]);
  }
}
