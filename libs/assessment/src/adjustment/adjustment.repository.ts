import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Adjustment, AdjustmentGroupId, AdjustmentId } from './adjustment.js';
import { ADJUSTMENT, adjustmentOf, type StoredAdjustment, storedAdjustment } from './adjustment.schema.js';

/** Loads adjustments for writing and saves them. Never their reasons. */
@Injectable()
export class AdjustmentRepository {
  constructor(@InjectModel(ADJUSTMENT) private readonly adjustments: Model<StoredAdjustment>) {}

  /** The adjustment, or NOT_FOUND when this force has none such. */
  async load(scope: ForceScope, adjustmentId: AdjustmentId): Promise<Adjustment> {
    const filter = { _id: objectId(adjustmentId), forceId: objectId(scope.forceId) };
    return adjustmentOf(found(await this.adjustments.findOne(filter).lean()));
  }

  /** Adds one. A second request of a person that waits is a duplicate-key error. */
  async add(adjustment: Adjustment): Promise<void> {
    await this.adjustments.create([storedAdjustment(adjustment)]);
  }

  /** Saves the next revision; CONFLICT when somebody was quicker. */
  async save(adjustment: Adjustment): Promise<void> {
    const { _id, forceId, ...rest } = storedAdjustment(adjustment);
    const saved = await this.adjustments.updateOne(
      { _id, forceId, revision: adjustment.revision - 1 },
      { $set: rest },
    );
    if (saved.modifiedCount !== 1) throw new Fault('CONFLICT');
  }

  /** The request of a person that waits for a decision; null when none does. */
  async waiting(scope: ForceScope, personId: PersonId): Promise<Adjustment | null> {
    const filter = {
      forceId: objectId(scope.forceId),
      personId: objectId(personId),
      state: 'ASKED' as const,
    };
    const stored = await this.adjustments.findOne(filter).lean();
    return stored === null ? null : adjustmentOf(stored);
  }

  /** Everything granted to the person or to a group of theirs, in the order of granting. */
  async granted(
    scope: ForceScope,
    personId: PersonId,
    groupIds: readonly AdjustmentGroupId[],
  ): Promise<Adjustment[]> {
    const forceId = objectId(scope.forceId);
    const theirs = await this.adjustments
      .find({ forceId, personId: objectId(personId), state: 'GRANTED' })
      .lean();
    const shared =
      groupIds.length === 0
        ? []
        : await this.adjustments
            .find({ forceId, groupId: { $in: groupIds.map(objectId) }, state: 'GRANTED' })
            .lean();
    return [...shared, ...theirs]
      .map(adjustmentOf)
      .sort((a, b) => (a.decidedAt?.getTime() ?? 0) - (b.decidedAt?.getTime() ?? 0));
  }

  /** Everything granted to a group. */
  async grantedToGroup(scope: ForceScope, groupId: AdjustmentGroupId): Promise<Adjustment[]> {
    const filter = {
      forceId: objectId(scope.forceId),
      groupId: objectId(groupId),
      state: 'GRANTED' as const,
    };
    return (await this.adjustments.find(filter).lean()).map(adjustmentOf);
  }
}
