import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { Place, PlaceId, Sitting, SittingId, SittingMode, SittingState } from './sitting.js';

export const SITTING = 'Sitting';
export const PLACE = 'Place';

/** A sitting as the database holds it. */
export interface StoredSitting {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  courseCode: string;
  courseTitle: Words;
  componentKey: string;
  opensAt: Date;
  closesAt: Date;
  limitMinutes: number;
  seats: number;
  /** Moved by SittingRepository.takeSeats alone. */
  seatsLeft: number;
  state: SittingState;
  mode: SittingMode;
  invigilated: boolean;
  /** True when the cohort is the whole force. */
  forAll: boolean;
  unitIds: Types.ObjectId[];
  personIds: Types.ObjectId[];
  reminderAt: Date | null;
  resultsReleasedAt: Date | null;
  cancelReason: string | null;
  /** A digest of what was asked for: the same request again finds its sitting. Gone once cancelled. */
  requestKey?: string;
}

/** A place as the database holds it. Giving it up removes it: the journal remembers. */
export interface StoredPlace {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  sittingId: Types.ObjectId;
  personId: Types.ObjectId;
  bookedAt: Date;
  /** When an attempt was last started from it: what makes starting, giving up and cancelling wait for each other. */
  usedAt: Date | null;
  /** Set when the sitting is cancelled. */
  cancelledAt: Date | null;
  /** Set when it came with a booking of a session, and goes with it. */
  byBooking?: true;
}

const { Mixed, ObjectId } = Schema.Types;

export const sittingSchema = new Schema<StoredSitting>(
  {
    forceId: { type: ObjectId, required: true },
    courseCode: { type: String, required: true },
    courseTitle: { type: Mixed, required: true },
    componentKey: { type: String, required: true },
    opensAt: { type: Date, required: true },
    closesAt: { type: Date, required: true },
    limitMinutes: { type: Number, required: true },
    seats: { type: Number, required: true },
    seatsLeft: { type: Number, required: true, min: 0 },
    state: { type: String, required: true },
    mode: { type: String, required: true },
    invigilated: { type: Boolean, default: false },
    forAll: { type: Boolean, required: true },
    unitIds: { type: [ObjectId], required: true },
    personIds: { type: [ObjectId], required: true },
    reminderAt: { type: Date, default: null },
    resultsReleasedAt: { type: Date, default: null },
    cancelReason: { type: String, default: null },
    requestKey: { type: String },
  },
  { versionKey: false, minimize: false, collection: 'sittings' },
);
// SittingReader.openFor: what of a course may still be sat.
sittingSchema.index({ forceId: 1, courseCode: 1, closesAt: 1 });
// SittingReader.page (by id) and SittingReader.pageFor: what may still be sat, in the order of creation.
sittingSchema.index({ forceId: 1, _id: 1 });
// SittingRepository.byRequest: unique, so that a request sent twice makes one sitting.
sittingSchema.index(
  { forceId: 1, requestKey: 1 },
  { unique: true, partialFilterExpression: { requestKey: { $type: 'string' } } },
);
tenant(sittingSchema);

export const placeSchema = new Schema<StoredPlace>(
  {
    forceId: { type: ObjectId, required: true },
    sittingId: { type: ObjectId, required: true },
    personId: { type: ObjectId, required: true },
    bookedAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
    cancelledAt: { type: Date, default: null },
    byBooking: { type: Boolean },
  },
  { versionKey: false, collection: 'places' },
);
// PlaceRepository.add: unique, so that two bookings at once make one place. SittingReader.places.
placeSchema.index({ forceId: 1, sittingId: 1, personId: 1 }, { unique: true });
// SittingReader.sittingIdsOf: where a person holds a place.
placeSchema.index({ forceId: 1, personId: 1 });
tenant(placeSchema);

/** The sitting as the code knows it. */
export function sittingOf(stored: Omit<StoredSitting, 'invigilated'> & { invigilated?: boolean }): Sitting {
  return {
    id: idOf<SittingId>(stored._id),
    forceId: idOf<ForceId>(stored.forceId),
    courseCode: stored.courseCode,
    courseTitle: stored.courseTitle,
    componentKey: stored.componentKey,
    opensAt: stored.opensAt,
    closesAt: stored.closesAt,
    limitMinutes: stored.limitMinutes,
    seats: stored.seats,
    placesTaken: stored.seats - stored.seatsLeft,
    state: stored.state,
    mode: stored.mode,
    invigilated: stored.invigilated ?? false,
    cohort: {
      unitIds: stored.unitIds.map((id) => id.toHexString()),
      personIds: stored.personIds.map((id) => idOf<PersonId>(id)),
    },
    reminderAt: stored.reminderAt,
    resultsReleasedAt: stored.resultsReleasedAt,
    cancelReason: stored.cancelReason,
  };
}

/** The sitting as the database holds it. */
export function storedSitting(sitting: Sitting): StoredSitting {
  const { id, forceId, placesTaken, cohort, ...rest } = sitting;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    seatsLeft: sitting.seats - placesTaken,
    forAll: cohort.unitIds.length === 0 && cohort.personIds.length === 0,
    unitIds: cohort.unitIds.map((unitId) => objectId(unitId as SittingId)),
    personIds: cohort.personIds.map(objectId),
  };
}

/** The place as the code knows it. */
export function placeOf(stored: StoredPlace): Place {
  return {
    id: idOf<PlaceId>(stored._id),
    sittingId: idOf<SittingId>(stored.sittingId),
    personId: idOf<PersonId>(stored.personId),
    bookedAt: stored.bookedAt,
  };
}
