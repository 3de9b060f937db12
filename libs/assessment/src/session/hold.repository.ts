import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { type Id, newId, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { quartersOf, type RoomId, type Stretch } from './session.js';
import { HOLD, type StoredHold } from './session.schema.js';

/** Who or what can be in one place at a time. */
export type Holder = `room:${string}` | `person:${string}`;

/** A room as a holder. */
export function theRoom(roomId: RoomId): Holder {
  return `room:${roomId}`;
}

/** A person as a holder. */
export function thePerson(personId: PersonId): Holder {
  return `person:${personId}`;
}

/** Takes and frees the quarter hours of rooms and people (ASM-184). */
@Injectable()
export class HoldRepository {
  constructor(@InjectModel(HOLD) private readonly holds: Model<StoredHold>) {}

  /** Takes a stretch for somebody. What is taken already is a duplicate-key error, which ends the unit of work. */
  async take(
    scope: ForceScope,
    holder: Holder,
    wanted: { stretch: Stretch; ownerId: Id<string> },
  ): Promise<void> {
    const ownerId = objectId(wanted.ownerId);
    const rows = quartersOf(wanted.stretch).map((quarter) => ({
      _id: objectId(newId<Id<'SessionHold'>>()),
      ...{ forceId: objectId(scope.forceId), holder, quarter, ownerId },
    }));
    await this.holds.insertMany(rows, { lean: true, rawResult: true });
  }

  /** Which of them are taken at some time of a stretch by another than those owners. One indexed read for each. */
  async taken(
    scope: ForceScope,
    holders: readonly Holder[],
    within: { stretch: Stretch; except?: readonly Id<string>[] },
  ): Promise<Set<string>> {
    const { stretch, except = [] } = within;
    const held = await this.holds
      .find(
        {
          forceId: objectId(scope.forceId),
          holder: { $in: [...holders] },
          quarter: { $gte: stretch.startsAt, $lt: stretch.endsAt },
        },
        { holder: 1, ownerId: 1 },
      )
      .lean();
    const own = new Set<string>(except);
    return new Set(held.filter(({ ownerId }) => !own.has(ownerId.toHexString())).map(({ holder }) => holder));
  }

  /** Frees all that a session or a booking took. */
  async free(scope: ForceScope, ownerId: Id<string>): Promise<void> {
    await this.holds.deleteMany({ forceId: objectId(scope.forceId), ownerId: objectId(ownerId) });
  }
}
