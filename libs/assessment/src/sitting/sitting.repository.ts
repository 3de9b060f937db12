import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Sitting, SittingId, SittingState } from './sitting.js';
import { SITTING, type StoredSitting, sittingOf, storedSitting } from './sitting.schema.js';

/** Loads sittings for writing and saves them. */
@Injectable()
export class SittingRepository {
  constructor(@InjectModel(SITTING) private readonly sittings: Model<StoredSitting>) {}

  /** The sitting, or NOT_FOUND when this force has none such. */
  async load(scope: ForceScope, sittingId: SittingId): Promise<Sitting> {
    return sittingOf(found(await this.sittings.findOne(at(scope, sittingId)).lean()));
  }

  /** Several of this force's sittings, by their ids; those that it has not are left out. */
  async loadAll(scope: ForceScope, sittingIds: readonly SittingId[]): Promise<Map<SittingId, Sitting>> {
    const stored = await this.sittings
      .find({ _id: { $in: sittingIds.map(objectId) }, forceId: objectId(scope.forceId) })
      .lean<StoredSitting[]>();
    return new Map(stored.map(sittingOf).map((sitting) => [sitting.id, sitting]));
  }

  /** The sitting that this very request made before. */
  async byRequest(scope: ForceScope, requestKey: string): Promise<Sitting | null> {
    const stored = await this.sittings.findOne({ forceId: objectId(scope.forceId), requestKey }).lean();
    return stored === null ? null : sittingOf(stored);
  }

  /** Adds it under the key of its request. A second one under that key is a duplicate-key error. */
  async add(sitting: Sitting, requestKey: string): Promise<void> {
    await this.sittings.create([{ ...storedSitting(sitting), requestKey }]);
  }

  /**
   * Takes seats, all or none: one conditional update, so that however many book at once, no seat is sold twice. False
   * when there are too few, or the sitting takes no bookings any more.
   */
  async takeSeats(scope: ForceScope, sittingId: SittingId, wanted: { seats: number; now: Date }) {
    const taken = await this.sittings.updateOne(
      {
        ...at(scope, sittingId),
        state: { $in: ['SCHEDULED', 'OPEN'] },
        closesAt: { $gt: wanted.now },
        seatsLeft: { $gte: wanted.seats },
      },
      { $inc: { seatsLeft: -wanted.seats } },
    );
    return taken.modifiedCount === 1;
  }

  /** Gives one seat back, or several. */
  async returnSeat(scope: ForceScope, sittingId: SittingId, seats = 1): Promise<void> {
    await this.sittings.updateOne(at(scope, sittingId), { $inc: { seatsLeft: seats } });
  }

  /** Records the next state, if it is still in the one before. */
  async saveState(sitting: Sitting, from: SittingState): Promise<void> {
    const { forceId, id, state, cancelReason } = sitting;
    await this.sittings.updateOne(
      { _id: objectId(id), forceId: objectId(forceId), state: from },
      { $set: { state, cancelReason }, ...(state === 'CANCELLED' && { $unset: { requestKey: 1 } }) },
    );
  }

  /** As `saveState`, of several in one write. None may be cancelled by it. */
  async saveStates(moved: readonly { sitting: Sitting; from: SittingState }[]): Promise<void> {
    if (moved.length === 0) return;
    await this.sittings.bulkWrite(
      moved.map(({ sitting: { forceId, id, state }, from }) => ({
        updateOne: {
          filter: { _id: objectId(id), forceId: objectId(forceId), state: from },
          update: { $set: { state } },
        },
      })),
    );
  }

  /** Records that the results may be seen. The first time counts. */
  async saveRelease(scope: ForceScope, sittingId: SittingId, now: Date): Promise<void> {
    await this.sittings.updateOne(
      { ...at(scope, sittingId), resultsReleasedAt: null },
      { $set: { resultsReleasedAt: now } },
    );
  }
}

function at(scope: ForceScope, sittingId: SittingId) {
  return { _id: objectId(sittingId), forceId: objectId(scope.forceId) };
}
