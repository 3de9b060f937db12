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

/** Makes and checks access tokens, and makes refresh tokens. Reads and writes nothing. */
@Injectable()
export class Sessions {
  private readonly secret: Uint8Array;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.secret = new TextEncoder().encode(config.LANTERN_TOKEN_SECRET);
  }

  /** What a living token of ours says; null for any other text. */
  async verify(token: string): Promise<SessionClaims | null> {
    try {
      const { payload } = await jwtVerify(token, this.secret, {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: ['HS256'],
        requiredClaims: ['exp', 'sub'],
        currentDate: this.clock.now(),
      });
      return {
        personId: payload.sub as PersonId,
        forceId: payload['force'] as ForceId,
        sessionId: payload['session'] as SessionId,
        language: payload['language'] === 'cy' ? 'cy' : 'en',
      };
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
