import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { SittingId } from '../sitting/sitting.js';
import type { Room, RoomId, Session, SessionId, SessionKind, SessionState } from './session.js';

export const SESSION = 'TrainingSession';
export const ROOM = 'Room';
export const HOLD = 'SessionHold';

/** A session as the database holds it. */
export interface StoredSession {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  kind: SessionKind;
  courseCode: string;
  courseTitle: Words;
  activityId: string | null;
  sittingId: Types.ObjectId | null;
  roomId: Types.ObjectId | null;
  roomName: string | null;
  onlineAddress: string | null;
  startsAt: Date;
  endsAt: Date;
  seats: number;
  /** Moved by SessionRepository.takeSeat and returnSeat alone. */
  seatsLeft: number;
  trainerIds: Types.ObjectId[];
  /** True when the cohort is the whole force. */
  forAll: boolean;
  unitIds: Types.ObjectId[];
  personIds: Types.ObjectId[];
  state: SessionState;
  cancelReason: string | null;
  sequence: number;
  changedAt: Date;
  /** Grows when a unit of work gives a seat away or joins the waiting list, so that these follow one another. */
  turn: number;
  /** A digest of what was asked for: the same request again finds its session. Gone once cancelled. */
  requestKey?: string;
}

/** A room as the database holds it. */
export interface StoredRoom {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  name: string;
  nameKey: string;
  capacity: number;
  stepFree: boolean;
  hearingLoop: boolean;
  isClosed: boolean;
}

/** One quarter hour of a room or a person, taken by a session or a booking. */
export interface StoredHold {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  /** `room:<id>` or `person:<id>`. */
  holder: string;
  quarter: Date;
  /** The session (room, trainers) or the booking (whoever comes) that took it. */
  ownerId: Types.ObjectId;
}

const { Mixed, ObjectId } = Schema.Types;

export const sessionSchema = new Schema<StoredSession>(
  {
    forceId: { type: ObjectId, required: true },
    kind: { type: String, required: true },
    courseCode: { type: String, required: true },
    courseTitle: { type: Mixed, required: true },
    activityId: { type: String, default: null },
    sittingId: { type: ObjectId, default: null },
    roomId: { type: ObjectId, default: null },
    roomName: { type: String, default: null },
    onlineAddress: { type: String, default: null },
    startsAt: { type: Date, required: true },
    endsAt: { type: Date, required: true },
    seats: { type: Number, required: true },
    seatsLeft: { type: Number, required: true, min: 0 },
    trainerIds: { type: [ObjectId], required: true },
    forAll: { type: Boolean, required: true },
    unitIds: { type: [ObjectId], required: true },
    personIds: { type: [ObjectId], required: true },
    state: { type: String, required: true },
    cancelReason: { type: String, default: null },
    sequence: { type: Number, required: true },
    changedAt: { type: Date, required: true },
    turn: { type: Number, default: 0 },
    requestKey: { type: String },
  },
  { versionKey: false, minimize: false, collection: 'trainingSessions' },
);
// SessionReader.pageFor: what is to come, soonest first.
sessionSchema.index({ forceId: 1, startsAt: 1, _id: 1 });
// SessionRepository.nextOf: what of a course is to come, soonest first.
sessionSchema.index({ forceId: 1, courseCode: 1, kind: 1, startsAt: 1 });
// SessionReader.runBy: what a person runs.
sessionSchema.index({ forceId: 1, trainerIds: 1, startsAt: 1 });
// SessionReader.page: all of the force, in the order of their making.
sessionSchema.index({ forceId: 1, _id: 1 });
// SessionRepository.byRequest: unique, so that a request sent twice makes one session.
sessionSchema.index(
  { forceId: 1, requestKey: 1 },
  { unique: true, partialFilterExpression: { requestKey: { $type: 'string' } } },
);
// SessionRepository.isSatIn: whether a sitting may be cancelled.
sessionSchema.index({ forceId: 1, sittingId: 1 });
tenant(sessionSchema);

export const roomSchema = new Schema<StoredRoom>(
  {
    forceId: { type: ObjectId, required: true },
    name: { type: String, required: true },
    nameKey: { type: String, required: true },
    capacity: { type: Number, required: true },
    stepFree: { type: Boolean, required: true },
    hearingLoop: { type: Boolean, required: true },
    isClosed: { type: Boolean, required: true },
  },
  { versionKey: false, collection: 'rooms' },
);
// RoomRepository.byName and all: unique, so that a force has one room of a name.
roomSchema.index({ forceId: 1, nameKey: 1 }, { unique: true });
tenant(roomSchema);

export const holdSchema = new Schema<StoredHold>(
  {
    forceId: { type: ObjectId, required: true },
    holder: { type: String, required: true },
    quarter: { type: Date, required: true },
    ownerId: { type: ObjectId, required: true },
  },
  { versionKey: false, collection: 'sessionHolds' },
);
// HoldRepository.take and isTaken: unique, so that nobody and no room is in two places at once, however many book at once.
holdSchema.index({ forceId: 1, holder: 1, quarter: 1 }, { unique: true });
// HoldRepository.free: what a session or a booking took.
holdSchema.index({ forceId: 1, ownerId: 1 });
tenant(holdSchema);

/** The session as the code knows it. */
export function sessionOf(stored: StoredSession): Session {
  const {
    _id,
    forceId,
    sittingId,
    roomId,
    trainerIds,
    unitIds,
    personIds,
    forAll,
    requestKey,
    turn,
    ...rest
  } = stored;
  return {
    ...rest,
    id: idOf<SessionId>(_id),
    forceId: idOf<ForceId>(forceId),
    sittingId: sittingId === null ? null : idOf<SittingId>(sittingId),
    roomId: roomId === null ? null : idOf<RoomId>(roomId),
    trainerIds: trainerIds.map((id) => idOf<PersonId>(id)),
    cohort: {
      unitIds: unitIds.map((id) => id.toHexString()),
      personIds: personIds.map((id) => idOf<PersonId>(id)),
    },
  };
}

/** The session as the database holds it. */
export function storedSession(session: Session): StoredSession {
  const { id, forceId, sittingId, roomId, trainerIds, cohort, ...rest } = session;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    sittingId: sittingId === null ? null : objectId(sittingId),
    roomId: roomId === null ? null : objectId(roomId),
    trainerIds: trainerIds.map(objectId),
    forAll: cohort.unitIds.length === 0 && cohort.personIds.length === 0,
    unitIds: cohort.unitIds.map((unitId) => objectId(unitId as SessionId)),
    personIds: cohort.personIds.map(objectId),
    turn: 0,
  };
}

/** The room as the code knows it. */
export function roomOf({ _id, forceId, nameKey, ...rest }: StoredRoom): Room {
  return { ...rest, id: idOf<RoomId>(_id), forceId: idOf<ForceId>(forceId) };
}
