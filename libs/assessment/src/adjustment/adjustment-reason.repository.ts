import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AdjustmentId } from './adjustment.js';
import { ADJUSTMENT_REASON, type StoredReason } from './adjustment.schema.js';

/** One reason as it was given. */
export interface GivenReason {
  readonly text: string;
  readonly at: Date;
  readonly by: PersonId | null;
}

/** The one door to the reasons of adjustments (ASM-87). ReadAdjustmentReason alone opens it for reading. */
@Injectable()
export class AdjustmentReasonRepository {
  constructor(@InjectModel(ADJUSTMENT_REASON) private readonly reasons: Model<StoredReason>) {}

  /** Appends a reason to those of an adjustment. */
  async append(scope: ForceScope, adjustmentId: AdjustmentId, reason: GivenReason): Promise<void> {
    await this.reasons.updateOne(
      { _id: objectId(adjustmentId), forceId: objectId(scope.forceId) },
      { $push: { reasons: reason } },
      { upsert: true },
    );
  }

  /** Notes that somebody has read them: that person never marks whom they are about (ASM-128). */
  async noteRead(scope: ForceScope, adjustmentId: AdjustmentId, by: PersonId): Promise<void> {
    const filter = { _id: objectId(adjustmentId), forceId: objectId(scope.forceId) };
    await this.reasons.updateOne(filter, { $addToSet: { readBy: by } });
  }

  /** The reasons of an adjustment, in the order in which they were given. */
  async of(scope: ForceScope, adjustmentId: AdjustmentId): Promise<GivenReason[]> {
    const filter = { _id: objectId(adjustmentId), forceId: objectId(scope.forceId) };
    const stored = await this.reasons.findOne(filter).lean();
    return (stored?.reasons ?? []).map(({ text, at, by }) => ({ text, at, by: by as PersonId | null }));
  }
}
