import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { SessionRepository } from './session.repository.js';
import { SessionKeeper } from './session-keeper.js';
import { Sessions } from './sessions.js';

/** Any refresh token of the session. */
export interface SignOutInput {
  readonly refreshToken: string;
}

/** Ends a session. An unknown token, or one of a session that has ended, is answered the same. */
@Injectable()
export class SignOut {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tokens: Sessions,
    private readonly sessions: SessionRepository,
    private readonly keeper: SessionKeeper,
  ) {}

  async execute(ctx: RequestContext, input: SignOutInput): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      const session = await this.sessions.sessionOfToken(this.tokens.digest(input.refreshToken));
      if (session !== null) await this.keeper.end(announce, session, 'signed-out');
    });
  }
}
