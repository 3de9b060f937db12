import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { isDuplicateKey } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AttemptId } from '../attempt/attempt.js';
import type { ItemVersionId } from '../item/item.js';
import type { Appeal, AppealId } from './appeal.js';
import { APPEAL, appealOf, type StoredAppeal, storedAppeal } from './appeal.schema.js';
import { refusal } from './refusals.js';

/** Loads and saves appeals. */
@Injectable()
export class AppealRepository {
  constructor(@InjectModel(APPEAL) private readonly appeals: Model<StoredAppeal>) {}

  /** The appeal, or NOT_FOUND when this force has none such. */
  async load(scope: ForceScope, id: AppealId): Promise<Appeal> {
    const filter = { _id: objectId(id), forceId: objectId(scope.forceId) };
    return appealOf(found(await this.appeals.findOne(filter).lean<StoredAppeal>()));
  }

  /** A person's appeals about an attempt, newest first. */
  async ofAttempt(scope: ForceScope, personId: PersonId, attemptId: AttemptId): Promise<Appeal[]> {
    const stored = await this.appeals
      .find({
        ...{ forceId: objectId(scope.forceId), personId: objectId(personId) },
        attemptId: objectId(attemptId),
      })
      .sort({ _id: -1 })
      .lean<StoredAppeal[]>();
    return stored.map(appealOf);
  }

  /** Adds an appeal. Refuses ASM-153 while another about the attempt waits. */
  async add(appeal: Appeal): Promise<void> {
    try {
      await this.appeals.create([storedAppeal(appeal)]);
    } catch (error) {
      if (isDuplicateKey(error)) throw refusal('APPEAL_OPEN');
      throw error;
    }
  }

  /** Saves an appeal as it was read; CONFLICT when somebody else moved it. */
  async save(appeal: Appeal): Promise<void> {
    const { _id, forceId, revision, ...rest } = storedAppeal(appeal);
    const saved = await this.appeals.updateOne(
      { _id, forceId, revision },
      { $set: { ...rest, revision: revision + 1 } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }

  /** How many fresh attempts appeals have given an enrolment at a component. */
  async freshAttempts(scope: ForceScope, enrolmentId: string, componentKey: string): Promise<number> {
    const filter = {
      forceId: objectId(scope.forceId),
      enrolmentId,
      componentKey,
      remedy: 'FRESH_ATTEMPT' as const,
    };
    return this.appeals.countDocuments(filter);
  }

  /** ASM-156: links the appeals that asked for it with the regrade of an item version, in whatever force. */
  async link(courseCode: string, itemVersionId: ItemVersionId, regradeId: string): Promise<void> {
    await this.appeals.updateMany(
      { courseCode, itemVersionId: objectId(itemVersionId), regradeId: null, remedy: 'REGRADE' },
      { $set: { regradeId } },
      acrossForces('a regrade answers every appeal that asked for it; it tells the College of none'),
    );
  }

  /** The item versions of a course for which an appeal asks and no regrade was proposed yet. Never how many ask, nor whose. */
  async regradesAsked(courseCode: string): Promise<ItemVersionId[]> {
    const ids = await this.appeals.distinct(
      'itemVersionId',
      { courseCode, remedy: 'REGRADE', itemVersionId: { $ne: null }, regradeId: null },
      acrossForces('the College learns which items are thought faulty, and nothing of anybody'),
    );
    return ids.map((id) => String(id) as ItemVersionId);
  }
}
