import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, newId, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { PlaceId, SittingId } from './sitting.js';
import { PLACE, type StoredPlace } from './sitting.schema.js';

/** Adds, uses and removes places. Seats are counted by SittingRepository. */
@Injectable()
export class PlaceRepository {
  constructor(@InjectModel(PLACE) private readonly places: Model<StoredPlace>) {}

  /** Which of the people hold a place. */
  async holders(
    scope: ForceScope,
    sittingId: SittingId,
    personIds: readonly PersonId[],
  ): Promise<Set<PersonId>> {
    const held = await this.places
      .find({ ...of(scope, sittingId), personId: { $in: personIds.map(objectId) } }, { personId: 1 })
      .lean();
    return new Set(held.map(({ personId }) => idOf<PersonId>(personId)));
  }

  /** Whether the person's place came with a booking of a session. */
  async isByBooking(scope: ForceScope, sittingId: SittingId, personId: PersonId): Promise<boolean> {
    const filter = { ...of(scope, sittingId), personId: objectId(personId), byBooking: true as const };
    return (await this.places.exists(filter)) !== null;
  }

  /** Gives each of the people a place. A second one for a person is a duplicate-key error. */
  async add(
    scope: ForceScope,
    sittingId: SittingId,
    booked: { personIds: readonly PersonId[]; at: Date; byBooking?: true },
  ): Promise<void> {
    const rows = booked.personIds.map((personId) => ({
      _id: objectId(newId<PlaceId>()),
      ...of(scope, sittingId),
      personId: objectId(personId),
      bookedAt: booked.at,
      usedAt: null,
      cancelledAt: null,
      ...(booked.byBooking === true && { byBooking: true as const }),
    }));
    await this.places.insertMany(rows, { lean: true, rawResult: true });
  }

  /** Stamps the place as used. False when there is none, or its sitting was cancelled. */
  async use(scope: ForceScope, sittingId: SittingId, user: { personId: PersonId; at: Date }) {
    const used = await this.places.updateOne(
      { ...of(scope, sittingId), personId: objectId(user.personId), cancelledAt: null },
      { $set: { usedAt: user.at } },
    );
    return used.matchedCount === 1;
  }

  /** Removes a person's place. False when there was none. */
  async remove(scope: ForceScope, sittingId: SittingId, personId: PersonId): Promise<boolean> {
    const removed = await this.places.deleteOne({ ...of(scope, sittingId), personId: objectId(personId) });
    return removed.deletedCount === 1;
  }

  /** Stamps every place of a cancelled sitting, so that nobody starts from one meanwhile. */
  async cancelAll(scope: ForceScope, sittingId: SittingId, at: Date): Promise<void> {
    await this.places.updateMany(of(scope, sittingId), { $set: { cancelledAt: at } });
  }
}

function of(scope: ForceScope, sittingId: SittingId) {
  return { forceId: objectId(scope.forceId), sittingId: objectId(sittingId) };
}
