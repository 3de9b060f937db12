import { createHash, randomBytes } from 'node:crypto';
import { Clock } from '@app/platform/clock/clock.js';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import type { ForceId, Language, PersonId } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT } from 'jose';
import type { SessionId } from '../events.js';

/** How long an access token lives. */
export const ACCESS_TOKEN_MS = 10 * 60 * 1000;

const ISSUER = 'lantern';
const AUDIENCE = 'lantern-api';

/** What an access token says. Nothing else is in it, least of all a role: roles are read at each request. */
export interface SessionClaims {
  readonly personId: PersonId;
  readonly forceId: ForceId;
  readonly sessionId: SessionId;
  readonly language: Language;
}

/** A token whose signature was good. */
interface Verified {
  readonly claims: SessionClaims;
  readonly expiresAt: Date;
}

/** How many checked tokens are remembered: some megabytes at the most. */
const MOST_REMEMBERED = 10_000;

/** Makes and checks access tokens, and makes refresh tokens. Reads and writes no database. */
@Injectable()
export class Sessions {
  private readonly secret: Uint8Array;
  /** Tokens whose signature has been checked. A signature stays true; life is asked each time, rights are read elsewhere. */
  private readonly verified = new Map<string, Verified>();

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.secret = new TextEncoder().encode(config.LANTERN_TOKEN_SECRET);
  }

  /** What a living token of ours says; null for any other text. */
  async verify(token: string): Promise<SessionClaims | null> {
    const known = this.verified.get(token);
    if (known !== undefined) return this.clock.now() < known.expiresAt ? known.claims : null;
    const verified = await this.check(token);
    if (verified === null) return null;
    if (this.verified.size >= MOST_REMEMBERED) this.verified.clear();
    this.verified.set(token, verified);
    return verified.claims;
  }

  private async check(token: string): Promise<Verified | null> {
    try {
      const { payload } = await jwtVerify(token, this.secret, {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: ['HS256'],
        requiredClaims: ['exp', 'sub'],
        currentDate: this.clock.now(),
      });
      const claims: SessionClaims = {
        personId: payload.sub as PersonId,
        forceId: payload['force'] as ForceId,
        sessionId: payload['session'] as SessionId,
        language: payload['language'] === 'cy' ? 'cy' : 'en',
      };
      return { claims, expiresAt: new Date((payload.exp ?? 0) * 1000) };
    } catch {
      return null;
    }
  }

  /** A new access token, with the instant at which it dies. */
  async accessToken(claims: SessionClaims): Promise<{ token: string; expiresAt: Date }> {
    const now = this.clock.now();
    const expiresAt = new Date(Math.floor((now.getTime() + ACCESS_TOKEN_MS) / 1000) * 1000);
    const token = await new SignJWT({
      force: claims.forceId,
      session: claims.sessionId,
      language: claims.language,
    })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(claims.personId)
      .setIssuedAt(now)
      .setExpirationTime(expiresAt)
      .sign(this.secret);
    return { token, expiresAt };
  }

  /** A new refresh token and what is stored of it. */
  refreshToken(): { token: string; digest: string } {
    const token = randomBytes(32).toString('base64url');
    return { token, digest: this.digest(token) };
  }

  /** What is stored of a refresh token: its SHA-256, in hexadecimal. */
  digest(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }
}
