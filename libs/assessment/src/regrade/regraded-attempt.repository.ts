import { objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Attempt, AttemptId } from '../attempt/attempt.js';
import { ATTEMPT, attemptOf, type StoredAttempt } from '../attempt/attempt.schema.js';
import type { ItemVersionId } from '../item/item.js';
import type { MarksRevision } from './revision.js';

const WITHOUT_HISTORY = { history: 0, itemIds: 0 } as const;
const WHY = 'an item is faulty for everybody who had it; the job tells nobody of another force';

/** Attempts with complete marks that had an item version, in whatever force, and the revision of their marks. */
@Injectable()
export class RegradedAttemptRepository {
  constructor(@InjectModel(ATTEMPT) private readonly attempts: Model<StoredAttempt>) {}

  /** How many there are. */
  async count(versionId: ItemVersionId): Promise<number> {
    return this.attempts.countDocuments(marked(versionId), acrossForces(WHY));
  }

  /** At most so many of them, after an attempt, in the order of ids. */
  async page(versionId: ItemVersionId, after: AttemptId | null, limit: number): Promise<Attempt[]> {
    const from = after === null ? {} : { _id: { $gt: objectId(after) } };
    const stored = await this.attempts
      .find({ ...marked(versionId), ...from }, WITHOUT_HISTORY, acrossForces(WHY))
      .sort({ _id: 1 })
      .limit(limit)
      .lean<StoredAttempt[]>();
    return stored.map((attempt) => attemptOf(attempt));
  }

  /** Those of the attempts whose marks are complete. */
  async byIds(ids: readonly AttemptId[]): Promise<Map<AttemptId, Attempt>> {
    const filter = { _id: { $in: ids.map(objectId) }, state: { $in: ['MARKED', 'RELEASED'] as const } };
    const stored = await this.attempts
      .find(filter as never, WITHOUT_HISTORY, acrossForces(WHY))
      .lean<StoredAttempt[]>();
    return new Map(stored.map((attempt) => attemptOf(attempt)).map((attempt) => [attempt.id, attempt]));
  }

  /** Saves new marks beside the old ones, of an attempt that is as it was read. False, and nothing changed, when it is not. */
  async revise(before: Attempt, revision: MarksRevision): Promise<boolean> {
    const { length } = before.revisions;
    const saved = await this.attempts.updateOne(
      {
        ...{ _id: objectId(before.id), forceId: objectId(before.forceId), state: before.state },
        ...{ 'marks.score': revision.before.score, [`revisions.${length}`]: { $exists: false } },
        ...(length === 0 ? {} : { [`revisions.${length - 1}`]: { $exists: true } }),
      },
      { $set: { marks: revision.after }, $push: { revisions: revision } },
    );
    return saved.matchedCount === 1;
  }
}

function marked(versionId: ItemVersionId) {
  return { 'paper.versionId': versionId, state: { $in: ['MARKED' as const, 'RELEASED' as const] } };
}
