import { type Id, newId, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { FixedTime } from './adjusted-time.js';
import { FIXED_TIME, type StoredFixedTime } from './adjustment.schema.js';

/** Which assessments give everybody the same time, and why. */
@Injectable()
export class FixedTimeRepository {
  constructor(@InjectModel(FIXED_TIME) private readonly fixed: Model<StoredFixedTime>) {}

  /** Why a component gives everybody the same time; null when it does not. */
  async of(courseCode: string, componentKey: string): Promise<FixedTime | null> {
    const stored = await this.fixed.findOne({ courseCode, componentKey }).lean();
    return stored?.reason ?? null;
  }

  /** Declares it, or gives it another reason. */
  async declare(component: { courseCode: string; componentKey: string }, reason: FixedTime, at: Date) {
    await this.fixed.updateOne(
      component,
      { $set: { reason, declaredAt: at }, $setOnInsert: { _id: objectId(newId<Id<'FixedTime'>>()) } },
      { upsert: true },
    );
  }

  /** Lifts it. */
  async lift(component: { courseCode: string; componentKey: string }): Promise<void> {
    await this.fixed.deleteOne(component);
  }
}
