import { Schema, type Types } from 'mongoose';
import { national } from '../mongo/tenancy.js';

/**
 * `waiting` until it has happened; `failed` when it was tried as often as it may be and waits for a person; `paused` by an
 * operator. A recurring job's row goes from `waiting` to `waiting`.
 */
export type DueState = 'waiting' | 'done' | 'cancelled' | 'failed' | 'paused';

/** Why it did not work the last time. The reason is a program's message: no personal data belongs into one. */
export interface DueFailure {
  readonly at: Date;
  readonly reason: string;
}

/** One run of a recurring job: when it began, and how many milliseconds it took. */
export interface DueRun {
  readonly at: Date;
  readonly tookMs: number;
}

/**
 * Something that must happen at an instant: a window opens, an attempt ends, a reminder falls due. The row is the truth;
 * the delayed job in Redis only makes it prompt, and a sweep makes it certain. Its effect records `dueAt` as the time at
 * which it happened, never the time at which somebody got round to it.
 */
export interface Due {
  _id: Types.ObjectId;
  /** Natural key, such as `attempt-deadline-<attemptId>`: setting it again moves it. */
  key: string;
  job: string;
  payload: Record<string, unknown>;
  forceId: Types.ObjectId;
  dueAt: Date;
  state: DueState;
  /** Grows when the row moves, so that a delayed job of an earlier time finds itself out of date. */
  version: number;
  /** The version for which a delayed job has been offered; null when none has. */
  offeredVersion: number | null;
  doneAt: Date | null;
  /** How often it has failed since it last went well. */
  attempts: number;
  /** Until then nobody tries again; null when it may be tried at once. */
  notBefore: Date | null;
  failure: DueFailure | null;
  /** The last run of a job that recurs. */
  lastRun: DueRun | null;
}

export const DUE = 'Due';

export const dueSchema = new Schema<Due>(
  {
    key: { type: String, required: true },
    job: { type: String, required: true },
    payload: { type: Schema.Types.Mixed, required: true },
    forceId: { type: Schema.Types.ObjectId, required: true },
    dueAt: { type: Date, required: true },
    state: { type: String, required: true },
    version: { type: Number, required: true },
    offeredVersion: { type: Number, default: null },
    doneAt: { type: Date, default: null },
    attempts: { type: Number, default: 0 },
    notBefore: { type: Date, default: null },
    failure: { type: Schema.Types.Mixed, default: null },
    lastRun: { type: Schema.Types.Mixed, default: null },
  },
  { versionKey: false, minimize: false, collection: 'dues' },
);
// Timetable.set and cancel: unique, so that the same instant is never set twice.
dueSchema.index({ key: 1 }, { unique: true });
// Sweep: what is waiting and past its time. Relay: what is waiting and not yet offered.
dueSchema.index({ state: 1, dueAt: 1 });
national(dueSchema, 'work list of the clockwork across all forces; holds ids only');

export const dueModel = { name: DUE, schema: dueSchema };
