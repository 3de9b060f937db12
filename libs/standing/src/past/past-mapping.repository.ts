import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { PAST_MAPPING, type StoredPastMapping } from './past.schema.js';
import { type CourseMapping, courseKeyOf, type PastColumns } from './past-mapping.js';

/** Keeps what a force's files look like and what its courses show. */
@Injectable()
export class PastMappingRepository {
  constructor(@InjectModel(PAST_MAPPING) private readonly mappings: Model<StoredPastMapping>) {}

  /** The columns of the force's files; null before anybody saved them. */
  async columns(scope: ForceScope): Promise<PastColumns | null> {
    const stored = await this.mappings
      .findOne({ forceId: objectId(scope.forceId), courseKey: '' })
      .lean<StoredPastMapping>();
    return stored?.columns ?? null;
  }

  /** Every mapped course of the force, by its key. */
  async courses(scope: ForceScope): Promise<ReadonlyMap<string, CourseMapping>> {
    const stored = await this.mappings
      .find({ forceId: objectId(scope.forceId), courseKey: { $gt: '' } })
      .sort({ courseKey: 1 })
      .lean<StoredPastMapping[]>();
    return new Map(
      stored.flatMap(({ courseKey, mapping }) => (mapping === undefined ? [] : [[courseKey, mapping]])),
    );
  }

  /** Saves columns and courses; courses that are not named stay as they are. */
  async save(
    scope: ForceScope,
    columns: PastColumns | null,
    courses: readonly CourseMapping[],
  ): Promise<void> {
    const forceId = objectId(scope.forceId);
    const upsert = (courseKey: string, update: object) => ({
      updateOne: { filter: { forceId, courseKey }, update: { $set: update }, upsert: true },
    });
    const operations = [
      ...(columns === null ? [] : [upsert('', { columns })]),
      ...courses.map((mapping) => upsert(courseKeyOf(mapping.course), { mapping })),
    ];
    if (operations.length > 0) await this.mappings.bulkWrite(operations, { ordered: true });
  }
}
