import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { statusIn } from '../person/person.js';
import { PersonRepository } from '../person/person.repository.js';
import { refusal } from '../refusals.js';
import { SessionRepository } from './session.repository.js';
import { SessionKeeper, type SignedIn } from './session-keeper.js';
import { Sessions } from './sessions.js';

/** The refresh token that was given last. */
export interface RefreshSessionInput {
  readonly refreshToken: string;
}

/**
 * Exchanges a refresh token for the next pair of tokens. A token works once: a second use means that somebody has a copy,
 * and ends the whole session.
 */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tokens: Sessions,
    private readonly sessions: SessionRepository,
    private readonly people: PersonRepository,
    private readonly keeper: SessionKeeper,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: RefreshSessionInput): Promise<SignedIn> {
    const digest = this.tokens.digest(input.refreshToken);
    // The end of a family is committed, so it must not be thrown from inside.
    const next = await this.work.run(ctx, (announce) => this.exchange(announce, digest));
    if (next === null) throw refusal('SESSION_ENDED');
    return next;
  }

  private async exchange(announce: Announce, digest: string): Promise<SignedIn | null> {
    const now = this.clock.now();
    const token = await this.sessions.take(digest, now);
    const session = token === null ? null : await this.sessions.byId(token.sessionId);
    if (token === null || session === null || session.endedAt !== null) return null;
    const person = await this.people.account(session.personId);
    if (token.usedBefore || person === null || statusIn(person, session.forceId) !== 'active') {
      await this.keeper.end(announce, session, token.usedBefore ? 'token-reused' : 'not-active');
      return null;
    }
    return token.expiresAt <= now ? null : this.keeper.goOn(session, person);
  }
}
