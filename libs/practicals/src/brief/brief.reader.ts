import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Brief, BriefId } from './brief.js';
import { BRIEF, briefOf, type StoredBrief } from './brief.schema.js';

/** Briefs, current and earlier. National. */
@Injectable()
export class BriefReader {
  constructor(@InjectModel(BRIEF) private readonly briefs: Model<StoredBrief>) {}

  /** The brief in force for a component; null when none was published. */
  async current(courseCode: string, componentKey: string): Promise<Brief | null> {
    const stored = await this.briefs
      .findOne({ courseCode, componentKey })
      .sort({ number: -1 })
      .lean<StoredBrief>();
    return stored === null ? null : briefOf(stored);
  }

  /** One version, whatever came after it; null when there is none. */
  async byId(id: BriefId): Promise<Brief | null> {
    const stored = await this.briefs.findOne({ _id: objectId(id) }).lean<StoredBrief>();
    return stored === null ? null : briefOf(stored);
  }

  /** Versions by their ids; what there is not is absent. */
  async byIds(ids: readonly BriefId[]): Promise<Map<string, Brief>> {
    const stored = await this.briefs.find({ _id: { $in: ids.map(objectId) } }).lean<StoredBrief[]>();
    return new Map(stored.map(briefOf).map((brief) => [brief.id, brief]));
  }

  /** The briefs in force of a course, by component: fewer than ten. */
  async ofCourse(courseCode: string): Promise<Brief[]> {
    const stored = await this.briefs
      .find({ courseCode })
      .sort({ componentKey: 1, number: -1 })
      .lean<StoredBrief[]>();
    const newest = new Map<string, StoredBrief>();
    for (const each of stored) if (!newest.has(each.componentKey)) newest.set(each.componentKey, each);
    return [...newest.values()].map(briefOf);
  }
}
