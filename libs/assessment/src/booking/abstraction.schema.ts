import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

export const ABSTRACTION = 'Abstraction';
export const ABSTRACTION_DAY = 'AbstractionDay';
export const ABSTRACTION_LIMIT = 'AbstractionLimit';

/** One person of one unit away on one London day because of one booking. */
export interface StoredAbstraction {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  bookingId: Types.ObjectId;
  personId: Types.ObjectId;
  /** The unit of the posting and, in rows of their own, each unit above it. */
  unitId: Types.ObjectId;
  /** `YYYY-MM-DD`. */
  day: string;
  /** Of that day. */
  minutes: number;
}

/** What makes units of work that send people of a unit away on a day follow one another. */
export interface StoredAbstractionDay {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  unitId: Types.ObjectId;
  day: string;
  turn: number;
}

/** How much of a unit may be away; no unit: each that has no limit of its own. */
export interface StoredLimit {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  unitId: Types.ObjectId | null;
  percent: number;
}

const { ObjectId } = Schema.Types;

export const abstractionSchema = new Schema<StoredAbstraction>(
  {
    forceId: { type: ObjectId, required: true },
    bookingId: { type: ObjectId, required: true },
    personId: { type: ObjectId, required: true },
    unitId: { type: ObjectId, required: true },
    day: { type: String, required: true },
    minutes: { type: Number, required: true },
  },
  { versionKey: false, collection: 'abstractions' },
);
// AbstractionLedger.awayOn and byMonth: who of a unit is away on a day, or on the days of a month.
abstractionSchema.index({ forceId: 1, unitId: 1, day: 1, personId: 1 });
// AbstractionLedger.free: what a booking took.
abstractionSchema.index({ forceId: 1, bookingId: 1 });
tenant(abstractionSchema);

export const abstractionDaySchema = new Schema<StoredAbstractionDay>(
  {
    forceId: { type: ObjectId, required: true },
    unitId: { type: ObjectId, required: true },
    day: { type: String, required: true },
    turn: { type: Number, required: true },
  },
  { versionKey: false, collection: 'abstractionDays' },
);
// AbstractionLedger.lock: unique, so that two bookings at once meet in one document.
abstractionDaySchema.index({ forceId: 1, unitId: 1, day: 1 }, { unique: true });
tenant(abstractionDaySchema);

export const limitSchema = new Schema<StoredLimit>(
  {
    forceId: { type: ObjectId, required: true },
    unitId: { type: ObjectId, default: null },
    percent: { type: Number, required: true },
  },
  { versionKey: false, collection: 'abstractionLimits' },
);
// LimitRepository.of: unique, one of a unit.
limitSchema.index({ forceId: 1, unitId: 1 }, { unique: true });
tenant(limitSchema);
