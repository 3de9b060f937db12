import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { Marker, MarkerId, MarkingRound, MarkingRoundId, RoundTerms } from './marking-round.js';

export const MARKING_ROUND = 'MarkingRound';
export const MARKER = 'Marker';

/** A round as the database holds it. */
export interface StoredMarkingRound {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  courseCode: string;
  courseTitle: Words;
  componentKey: string;
  terms: RoundTerms;
  seed: string;
  openedAt: Date;
  openedBy: Types.ObjectId | null;
  revision: number;
}

/** A marker as the database holds them. `forceId` is the marker's own force. */
export interface StoredMarker {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  courseCode: string;
  componentKey: string;
  isCollege: boolean;
  namedAt: Date;
  endedAt: Date | null;
}

const { Mixed, ObjectId } = Schema.Types;

export const markingRoundSchema = new Schema<StoredMarkingRound>(
  {
    forceId: { type: ObjectId, required: true },
    courseCode: { type: String, required: true },
    courseTitle: { type: Mixed, required: true },
    componentKey: { type: String, required: true },
    terms: { type: Mixed, required: true },
    seed: { type: String, required: true },
    openedAt: { type: Date, required: true },
    openedBy: { type: ObjectId, default: null },
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, collection: 'markingRounds' },
);
// MarkingRoundRepository.ofComponent; unique, so that two openings at once make one round.
markingRoundSchema.index({ forceId: 1, courseCode: 1, componentKey: 1 }, { unique: true });
// RoundReader.page.
markingRoundSchema.index({ forceId: 1, _id: 1 });
// MarkingRoundRepository.drawingOnCollege: the rounds, of whatever force, that a College marker's work may come from.
markingRoundSchema.index({ courseCode: 1, componentKey: 1 });
tenant(markingRoundSchema);

export const markerSchema = new Schema<StoredMarker>(
  {
    forceId: { type: ObjectId, required: true },
    personId: { type: ObjectId, required: true },
    courseCode: { type: String, required: true },
    componentKey: { type: String, required: true },
    isCollege: { type: Boolean, required: true },
    namedAt: { type: Date, required: true },
    endedAt: { type: Date, default: null },
  },
  { versionKey: false, collection: 'markers' },
);
// MarkerRepository.byKey; unique, so that naming twice makes one marker.
markerSchema.index({ forceId: 1, courseCode: 1, componentKey: 1, personId: 1 }, { unique: true });
// MarkerRepository.ofCollege: the College's markers of a component, for any force's round that draws on them.
markerSchema.index({ isCollege: 1, courseCode: 1, componentKey: 1 });
tenant(markerSchema);

/** The round as the code knows it. */
export function roundOf(stored: StoredMarkingRound): MarkingRound {
  const { _id, forceId, openedBy, ...rest } = stored;
  return {
    ...rest,
    id: idOf<MarkingRoundId>(_id),
    forceId: idOf<ForceId>(forceId),
    openedBy: openedBy === null ? null : idOf<PersonId>(openedBy),
  };
}

/** The round as the database holds it. */
export function storedRound(round: MarkingRound): StoredMarkingRound {
  const { id, forceId, openedBy, ...rest } = round;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    openedBy: openedBy === null ? null : objectId(openedBy),
  };
}

/** The marker as the code knows them. */
export function markerOf(stored: StoredMarker): Marker {
  const { _id, forceId, personId, ...rest } = stored;
  return {
    ...rest,
    id: idOf<MarkerId>(_id),
    forceId: idOf<ForceId>(forceId),
    personId: idOf<PersonId>(personId),
  };
}
