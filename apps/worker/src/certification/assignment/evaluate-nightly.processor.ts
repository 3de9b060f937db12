import { EvaluateForce, evaluateAssignments } from '@app/certification';
import { type RequestContext, systemContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** Looks at everybody of every force that has a rule which is on, every night. */
@Injectable()
@Handles(evaluateAssignments)
export class EvaluateNightlyProcessor implements JobHandler<Record<string, never>> {
  constructor(private readonly evaluate: EvaluateForce) {}

  async handle({ requestId }: RequestContext): Promise<void> {
    for (const forceId of await this.evaluate.forces())
      await this.evaluate.execute(systemContext(evaluateAssignments.name, forceId, requestId));
  }
}
