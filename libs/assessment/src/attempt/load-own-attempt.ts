import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import type { Attempt, AttemptId } from './attempt.js';
import { AttemptRepository } from './attempt.repository.js';

/** Loads an attempt for the one person who may see it: whose it is. Anybody else's is NOT_FOUND, whatever their role. */
@Injectable()
export class LoadOwnAttempt {
  constructor(private readonly attempts: AttemptRepository) {}

  async execute(ctx: RequestContext, attemptId: AttemptId): Promise<Attempt> {
    const personId = candidateOf(ctx);
    const attempt = await this.attempts.byId(ctx.force, attemptId);
    return found(attempt?.personId === personId ? attempt : null);
  }
}
