import { may } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { observationCancelled } from './events.js';
import { moveObservation, type Observation, type ObservationId } from './observation.js';
import { ObservationRepository } from './observation.repository.js';
import { factsOf, observerOf } from './observation-ground.js';
import { observationPermissions } from './permissions.js';

/**
 * Calls a plan off: by whoever planned it, its assessor, or a training lead of the force. Anybody else's is NOT_FOUND. A sheet that was
 * filled in meanwhile without connection is still taken (PRA-05). Again is the same answer.
 */
@Injectable()
export class CancelObservation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly observations: ObservationRepository,
  ) {}

  async execute(
    ctx: RequestContext,
    { observationId }: { observationId: ObservationId },
  ): Promise<Observation> {
    const by = observerOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const before = await this.observations.load(ctx.force, observationId);
      const mine = before.plan?.plannedBy === by || before.plan?.assessorId === by;
      const isLead = may(ctx, observationPermissions.read, { forceWide: true });
      found(mine || (isLead && before.personId !== by) ? by : null);
      if (before.state === 'CANCELLED') return before;

      const after = await this.observations.save(before, moveObservation(before, 'CANCELLED'));

      announce(observationCancelled(factsOf(after)));
      return after;
    });
  }
}
