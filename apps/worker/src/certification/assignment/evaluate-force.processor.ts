import { assignmentRuleSteered, EvaluateForce } from '@app/certification';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** A rule was switched on, paused or switched off. Long: it commits part by part, without a surrounding transaction. */
@Injectable()
@Consumes({
  name: 'certification-evaluate-force',
  events: [assignmentRuleSteered],
  queue: 'reports',
  outside: true,
})
export class EvaluateForceProcessor implements EventConsumer {
  constructor(private readonly evaluate: EvaluateForce) {}

  async consume(ctx: RequestContext): Promise<void> {
    await this.evaluate.execute(ctx);
  }
}
