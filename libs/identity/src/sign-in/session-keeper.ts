import { Clock } from '@app/platform/clock/clock.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { AccessRepository } from '../access/access.repository.js';
import { type SessionId, sessionEnded, sessionStarted } from '../events.js';
import type { Person } from '../person/person.js';
import { type Session, SessionRepository } from './session.repository.js';
import { ACCESS_TOKEN_MS, type SessionClaims, Sessions } from './sessions.js';

const REFRESH_TOKEN_MS = 7 * 24 * 3600 * 1000;
const SESSION_MS = 30 * 24 * 3600 * 1000;

/** The tokens of a session, and whose it is. */
export interface SignedIn {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly claims: SessionClaims;
}

/** Starts, continues and ends sessions, inside the unit of work of the use case that decides it. */
@Injectable()
export class SessionKeeper {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly tokens: Sessions,
    private readonly access: AccessRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Starts a session of the person in the force. */
  async start(announce: Announce, person: Person, forceId: ForceId): Promise<SignedIn> {
    const now = this.clock.now();
    const id = newId<SessionId>();
    const expiresAt = new Date(now.getTime() + SESSION_MS);
    const session: Session = { id, personId: person.id, forceId, expiresAt, endedAt: null };
    await this.sessions.add(session, now);
    announce(sessionStarted({ personId: person.id, sessionId: id }, { forceId }));
    return this.goOn(session, person);
  }

  /** Gives a session its next pair of tokens. A refresh token lives 7 days, a session 30. */
  async goOn(session: Session, person: Person): Promise<SignedIn> {
    const claims: SessionClaims = {
      personId: person.id,
      forceId: session.forceId,
      sessionId: session.id,
      language: person.language,
    };
    const refresh = this.tokens.refreshToken();
    const alive = new Date(this.clock.now().getTime() + REFRESH_TOKEN_MS);
    const expiresAt = alive < session.expiresAt ? alive : session.expiresAt;
    await this.sessions.addToken(session.id, refresh.digest, expiresAt);
    const access = await this.tokens.accessToken(claims);
    return {
      accessToken: access.token,
      accessTokenExpiresAt: access.expiresAt,
      refreshToken: refresh.token,
      claims,
    };
  }

  /** Ends one session, at once: its access token is refused from the next request on. */
  async end(announce: Announce, session: Session, because: string): Promise<void> {
    if (session.endedAt === null) await this.endThese(announce, [session], because);
  }

  /** Ends all sessions of a person, in one force or everywhere. */
  async endAll(
    announce: Announce,
    of: { personId: PersonId; forceId?: ForceId },
    because: string,
  ): Promise<void> {
    await this.endThese(announce, await this.sessions.liveOf(of.personId, of.forceId), because);
  }

  private async endThese(announce: Announce, live: readonly Session[], because: string): Promise<void> {
    const [first] = live;
    if (first === undefined) return;
    const now = this.clock.now();
    const ids = live.map(({ id }) => id);
    await this.sessions.end(ids, now);
    const until = new Date(now.getTime() + ACCESS_TOKEN_MS);
    await this.access.endSessions(first.personId, ids, { now, until });
    for (const { id, personId, forceId } of live)
      announce(sessionEnded({ personId, sessionId: id, because }, { forceId }));
  }
}
