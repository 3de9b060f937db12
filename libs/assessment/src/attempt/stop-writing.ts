import { randomUUID } from 'node:crypto';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { AttemptRepository } from './attempt.repository.js';

/**
 * Takes the writer keys of a suspended person's running attempts away, so that a token which still looks valid saves
 * nothing (ASM-36). What was saved is handed in at the deadline; somebody reinstated before it resumes as usual.
 */
@Injectable()
export class StopWriting {
  constructor(private readonly attempts: AttemptRepository) {}

  async execute(ctx: RequestContext, input: { personId: PersonId }): Promise<void> {
    await this.attempts.revokeWriters(ctx.force, input.personId, randomUUID());
  }
}
