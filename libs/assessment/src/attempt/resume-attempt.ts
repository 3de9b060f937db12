import { randomUUID } from 'node:crypto';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import type { Attempt, AttemptId } from './attempt.js';
import { AttemptRepository } from './attempt.repository.js';
import { GoOn } from './go-on.js';
import { ViewAttempt } from './view-attempt.js';

export interface ResumeAttemptInput {
  readonly attemptId: AttemptId;
}

/**
 * Takes one's own attempt up on this page or device: the same paper, and a new writer key, so that wherever it was open
 * before can save no more (ASM-32). One that is over is given as it ended. One that a recall has suspended goes on once the
 * recall is confirmed: the remainder on unseen questions (ASM-92, ASM-93).
 */
@Injectable()
export class ResumeAttempt {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly view: ViewAttempt,
    private readonly goOn: GoOn,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ResumeAttemptInput): Promise<Attempt> {
    const by = { personId: candidateOf(ctx), writer: randomUUID(), now: this.clock.now() };
    const resumed = await this.attempts.rotateWriter(ctx.force, input.attemptId, by);
    if (resumed !== null) return resumed;
    const attempt = await this.view.execute(ctx, input);
    return attempt.state === 'SUSPENDED' ? this.goOn.execute(ctx, attempt) : attempt;
  }
}
