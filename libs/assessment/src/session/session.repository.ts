import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { SittingId } from '../sitting/sitting.js';
import type { Session, SessionId } from './session.js';
import { SESSION, type StoredSession, sessionOf, storedSession } from './session.schema.js';

/** How many sessions are looked at for one that somebody can come to. */
const MOST_LOOKED_AT = 25;

/** Loads sessions for writing, moves their seats and saves them. */
@Injectable()
export class SessionRepository {
  constructor(@InjectModel(SESSION) private readonly sessions: Model<StoredSession>) {}

  /** The session, or NOT_FOUND when this force has none such. */
  async load(scope: ForceScope, sessionId: SessionId): Promise<Session> {
    return sessionOf(found(await this.sessions.findOne(at(scope, sessionId)).lean<StoredSession>()));
  }

  /** The session that this very request made before. */
  async byRequest(scope: ForceScope, requestKey: string): Promise<Session | null> {
    const stored = await this.sessions
      .findOne({ forceId: objectId(scope.forceId), requestKey })
      .lean<StoredSession>();
    return stored === null ? null : sessionOf(stored);
  }

  /** Those of the sessions that this force has, by id. */
  async byIds(scope: ForceScope, sessionIds: readonly SessionId[]): Promise<Map<SessionId, Session>> {
    const stored = await this.sessions
      .find({ forceId: objectId(scope.forceId), _id: { $in: sessionIds.map(objectId) } })
      .lean<StoredSession[]>();
    return new Map(stored.map(sessionOf).map((session) => [session.id, session]));
  }

  /** Whether a sitting is sat in a session that still stands. */
  async isSatIn(scope: ForceScope, sittingId: SittingId): Promise<boolean> {
    const filter = { forceId: objectId(scope.forceId), sittingId: objectId(sittingId) };
    return (await this.sessions.exists({ ...filter, state: 'PLANNED' })) !== null;
  }

  /** Adds it under the key of its request. A second one under that key is a duplicate-key error. */
  async add(session: Session, requestKey: string): Promise<void> {
    await this.sessions.create([{ ...storedSession(session), requestKey }]);
  }

  /**
   * ASM-189. Takes a seat by one conditional write, so that however many book at once, none is sold twice. False when none is left,
   * or the session is cancelled or has begun.
   */
  async takeSeat(scope: ForceScope, sessionId: SessionId, now: Date): Promise<boolean> {
    const taken = await this.sessions.updateOne(
      { ...at(scope, sessionId), state: 'PLANNED', startsAt: { $gt: now }, seatsLeft: { $gte: 1 } },
      { $inc: { seatsLeft: -1 } },
    );
    return taken.modifiedCount === 1;
  }

  /** Gives one seat back to whoever books next. */
  async returnSeat(scope: ForceScope, sessionId: SessionId): Promise<void> {
    await this.sessions.updateOne(at(scope, sessionId), { $inc: { seatsLeft: 1 } });
  }

  /** Touches the session, so that units of work which give its seats away follow one another. */
  async queueUp(scope: ForceScope, sessionId: SessionId): Promise<Session> {
    const touched = await this.sessions
      .findOneAndUpdate(at(scope, sessionId), { $inc: { turn: 1 } }, { returnDocument: 'after' })
      .lean<StoredSession>();
    return sessionOf(found(touched));
  }

  /** Records that it is cancelled, if it still is not. Whether it was recorded now. */
  async saveCancelled(session: Session): Promise<boolean> {
    const { id, forceId, state, cancelReason, sequence, changedAt } = session;
    const saved = await this.sessions.updateOne(
      { _id: objectId(id), forceId: objectId(forceId), state: 'PLANNED' },
      { $set: { state, cancelReason, sequence, changedAt }, $unset: { requestKey: 1 } },
    );
    return saved.modifiedCount === 1;
  }

  /** The next sessions like this one, with a seat, from an instant on, soonest first; at most 25. Never this one. */
  async nextLike(scope: ForceScope, like: Session, from: Date): Promise<Session[]> {
    const { courseCode, kind, activityId, id } = like;
    const stored = await this.sessions
      .find({
        ...{ forceId: objectId(scope.forceId), courseCode, kind, activityId },
        ...{ startsAt: { $gt: from }, state: 'PLANNED', seatsLeft: { $gte: 1 }, _id: { $ne: objectId(id) } },
      })
      .sort({ startsAt: 1 })
      .limit(MOST_LOOKED_AT)
      .lean<StoredSession[]>();
    return stored.map(sessionOf);
  }
}

function at(scope: ForceScope, sessionId: SessionId) {
  return { _id: objectId(sessionId), forceId: objectId(scope.forceId) };
}
