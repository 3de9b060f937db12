import type { UnitId } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, newId, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import {
  ABSTRACTION,
  ABSTRACTION_DAY,
  type StoredAbstraction,
  type StoredAbstractionDay,
} from './abstraction.schema.js';
import type { BookingId } from './booking.js';

/** Minutes off duty of a unit and all below it in one month, and how many people they are of. */
export interface AbstractionMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly minutes: number;
  readonly people: number;
}

/** Keeps who of which unit is away on which day. */
@Injectable()
export class AbstractionRepository {
  constructor(
    @InjectModel(ABSTRACTION) private readonly rows: Model<StoredAbstraction>,
    @InjectModel(ABSTRACTION_DAY) private readonly days: Model<StoredAbstractionDay>,
  ) {}

  /** Makes units of work about a unit and a day follow one another. */
  async lock(scope: ForceScope, unitId: UnitId, day: CalendarDate): Promise<void> {
    await this.days.updateOne(
      { forceId: objectId(scope.forceId), unitId: objectId(unitId), day },
      { $inc: { turn: 1 } },
      { upsert: true },
    );
  }

  /** Writes down that somebody is away on a day, for each of the units. */
  async add(
    scope: ForceScope,
    away: {
      bookingId: BookingId;
      personId: PersonId;
      day: CalendarDate;
      minutes: number;
      unitIds: readonly UnitId[];
    },
  ): Promise<void> {
    const { bookingId, personId, unitIds, ...rest } = away;
    const rows = unitIds.map((unitId) => ({
      ...{ _id: objectId(newId<never>()), forceId: objectId(scope.forceId), unitId: objectId(unitId) },
      ...{ ...rest, bookingId: objectId(bookingId), personId: objectId(personId) },
    }));
    if (rows.length > 0) await this.rows.insertMany(rows, { lean: true, rawResult: true });
  }

  /** Takes away what a booking had written. */
  async free(scope: ForceScope, bookingId: BookingId): Promise<void> {
    await this.rows.deleteMany({ forceId: objectId(scope.forceId), bookingId: objectId(bookingId) });
  }

  /** Who of a unit is away on which of the days, both ends included. One read by the index. */
  async between(scope: ForceScope, unitId: UnitId, { from, to }: { from: CalendarDate; to: CalendarDate }) {
    const stored = await this.rows
      .find(
        { forceId: objectId(scope.forceId), unitId: objectId(unitId), day: { $gte: from, $lte: to } },
        { day: 1, personId: 1, _id: 0 },
      )
      .lean<Pick<StoredAbstraction, 'day' | 'personId'>[]>();
    return stored.map(({ day, personId }) => ({ day, personId: idOf<PersonId>(personId) }));
  }

  /** ASM-203. What was booked of a unit and all below it, month by month. */
  async byMonth(
    scope: ForceScope,
    unitId: UnitId,
    { from, to }: { from: CalendarDate; to: CalendarDate },
  ): Promise<AbstractionMonth[]> {
    const found = await this.rows.aggregate<{ _id: string; minutes: number; people: unknown[] }>([
      {
        $match: {
          ...{ forceId: objectId(scope.forceId), unitId: objectId(unitId) },
          day: { $gte: from, $lte: to },
        },
      },
      {
        $group: {
          _id: { $substrBytes: ['$day', 0, 7] },
          minutes: { $sum: '$minutes' },
          people: { $addToSet: '$personId' },
        },
      },
      { $sort: { _id: 1 } },
    ]);
    return found.map(({ _id, minutes, people }) => ({ month: _id, minutes, people: people.length }));
  }
}
