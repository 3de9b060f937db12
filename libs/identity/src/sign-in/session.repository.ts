import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { SessionId } from '../events.js';
import { REFRESH_TOKEN, SESSION, type StoredRefreshToken, type StoredSession } from './session.schema.js';

const OWN = acrossForces('a session is found by its own secret, or by its person');
/** How long ended sessions and used tokens are kept: longer than any of them could be presented again. */
const KEEP_MS = 40 * 24 * 3600 * 1000;

/** A session as the code knows it. */
export interface Session {
  readonly id: SessionId;
  readonly personId: PersonId;
  readonly forceId: ForceId;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

/** What taking a refresh token found. */
export interface TakenToken {
  readonly sessionId: SessionId;
  readonly expiresAt: Date;
  readonly usedBefore: boolean;
}

/** Stores sessions and the digests of their refresh tokens. */
@Injectable()
export class SessionRepository {
  constructor(
    @InjectModel(SESSION) private readonly sessions: Model<StoredSession>,
    @InjectModel(REFRESH_TOKEN) private readonly tokens: Model<StoredRefreshToken>,
  ) {}

  /** Adds a session. */
  async add(session: Session, startedAt: Date): Promise<void> {
    const fields = {
      personId: objectId(session.personId),
      startedAt,
      expiresAt: session.expiresAt,
      endedAt: null,
      purgeAt: { $add: ['$$NOW', KEEP_MS] },
    };
    await this.sessions.updateOne(
      { _id: objectId(session.id), forceId: objectId(session.forceId) },
      [{ $set: fields }],
      { upsert: true, updatePipeline: true },
    );
  }

  /** The session of that id. */
  async byId(sessionId: SessionId): Promise<Session | null> {
    const stored = await this.sessions.findOne({ _id: objectId(sessionId) }, null, OWN).lean();
    return stored === null ? null : sessionOf(stored);
  }

  /** The person's sessions that have not ended: in one force, or everywhere. */
  async liveOf(personId: PersonId, forceId?: ForceId): Promise<Session[]> {
    const where = forceId === undefined ? {} : { forceId: objectId(forceId) };
    const stored = await this.sessions
      .find({ personId: objectId(personId), endedAt: null, ...where }, null, OWN)
      .lean();
    return stored.map(sessionOf);
  }

  /** Ends sessions. */
  async end(sessionIds: readonly SessionId[], at: Date): Promise<void> {
    await this.sessions.updateMany(
      { _id: { $in: sessionIds.map(objectId) }, endedAt: null },
      { $set: { endedAt: at } },
      OWN,
    );
  }

  /** Adds a refresh token to a session. */
  async addToken(sessionId: SessionId, digest: string, expiresAt: Date): Promise<void> {
    await this.tokens.updateOne(
      { _id: digest },
      [
        {
          $set: {
            sessionId: objectId(sessionId),
            expiresAt,
            usedAt: null,
            purgeAt: { $add: ['$$NOW', KEEP_MS] },
          },
        },
      ],
      { upsert: true, updatePipeline: true },
    );
  }

  /** Uses up a refresh token. Of two who present one at the same moment, one finds it used. */
  async take(digest: string, at: Date): Promise<TakenToken | null> {
    const before = await this.tokens.findOne({ _id: digest }).lean();
    if (before === null) return null;
    const taken = await this.tokens.updateOne({ _id: digest, usedAt: null }, { $set: { usedAt: at } });
    return {
      sessionId: idOf<SessionId>(before.sessionId),
      expiresAt: before.expiresAt,
      usedBefore: taken.modifiedCount === 0,
    };
  }

  /** The session that a refresh token belongs to, used or not. */
  async sessionOfToken(digest: string): Promise<Session | null> {
    const token = await this.tokens.findOne({ _id: digest }).lean();
    return token === null ? null : this.byId(idOf<SessionId>(token.sessionId));
  }
}

function sessionOf(stored: StoredSession): Session {
  return {
    id: idOf<SessionId>(stored._id),
    personId: idOf<PersonId>(stored.personId),
    forceId: idOf<ForceId>(stored.forceId),
    expiresAt: stored.expiresAt,
    endedAt: stored.endedAt,
  };
}
