import { createHash } from 'node:crypto';
import { Clock } from '@app/platform/clock/clock.js';
import { Injectable } from '@nestjs/common';
import { RefreshSessionDocument, type SessionFragment } from '../gql/graphql.js';
import { Fault } from '../pipeline/fault.js';
import type { Tokens } from '../pipeline/session.js';
import { ApiClient, type Caller } from './api-client.js';

const NEAR_END_MS = 60_000;
const REMEMBERED_MS = 5 * 60_000;
const REMEMBERED_AT_MOST = 10_000;

/** The tokens of a session as the API gave them. */
export function tokensOf(given: SessionFragment): Tokens {
  return {
    access: given.accessToken,
    accessUntil: Date.parse(given.accessTokenExpiresAt),
    refresh: given.refreshToken,
  };
}

interface Refreshed {
  readonly answer: Promise<SessionFragment | undefined>;
  readonly at: number;
}

/**
 * Exchanges tokens that are near their end. A refresh token works once, and a second use ends the whole family: so two
 * requests that bring the same one share one exchange, and a browser that lost the answer (it left the page before the
 * cookie arrived) is given the same answer again for some minutes. This memory belongs to one process: several web
 * processes need a balancer that keeps a browser on one of them.
 */
@Injectable()
export class TokenRefresher {
  private readonly remembered = new Map<string, Refreshed>();

  constructor(
    private readonly api: ApiClient,
    private readonly clock: Clock,
  ) {}

  /** Whether the tokens should be exchanged before the next request. */
  areNearEnd(tokens: Tokens): boolean {
    return tokens.accessUntil - this.clock.now().getTime() < NEAR_END_MS;
  }

  /** The session that follows these tokens; undefined when the API says that it has ended. */
  async refresh(tokens: Tokens, caller: Caller): Promise<SessionFragment | undefined> {
    const key = createHash('sha256').update(tokens.refresh).digest('base64url');
    this.forgetOld();
    const known = this.remembered.get(key);
    if (known !== undefined) return known.answer;
    const answer = this.exchange(tokens, caller);
    this.remembered.set(key, { answer, at: this.clock.now().getTime() });
    // An API that could not be reached has decided nothing: the next request may try again.
    answer.catch(() => this.remembered.delete(key));
    return answer;
  }

  private async exchange(tokens: Tokens, caller: Caller): Promise<SessionFragment | undefined> {
    try {
      const anonymous = { ...caller, accessToken: undefined };
      const input = { refreshToken: tokens.refresh };
      const { refreshSession } = await this.api.send(RefreshSessionDocument, { input }, anonymous);
      return refreshSession.__typename === 'SignedIn' ? refreshSession : undefined;
    } catch (error) {
      if (error instanceof Fault && (error.code === 'UNAUTHENTICATED' || error.code === 'FORBIDDEN'))
        return undefined;
      throw error;
    }
  }

  private forgetOld(): void {
    const limit = this.clock.now().getTime() - REMEMBERED_MS;
    for (const [key, { at }] of this.remembered) {
      if (at >= limit && this.remembered.size <= REMEMBERED_AT_MOST) return;
      this.remembered.delete(key);
    }
  }
}
