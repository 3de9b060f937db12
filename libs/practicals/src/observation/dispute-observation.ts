import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { type AcknowledgeObservationInput, mustAnswer } from './acknowledge-observation.js';
import { observationDisputed } from './events.js';
import { moveObservation, type Observation } from './observation.js';
import { ObservationRepository } from './observation.repository.js';
import { factsOf } from './observation-ground.js';
import { checkedReason } from './observation-rules.js';

export interface DisputeObservationInput extends AcknowledgeObservationInput {
  /** 10–2,000 characters. */
  readonly reason: string;
}

/** The candidate disputes the sheet instead of signing it: nothing counts before a decision (PRA-13). Again is the same answer. */
@Injectable()
export class DisputeObservation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly observations: ObservationRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: DisputeObservationInput): Promise<Observation> {
    const { observationId, digest } = input;
    return this.work.run(ctx, async (announce) => {
      const before = await this.observations.loadOwn(ctx.force, observationId, actingPerson(ctx));
      const reason = checkedReason(input.reason);
      const { dispute: made } = before;
      if (made?.digest === digest && made.reason === reason) return before;
      mustAnswer(before, digest);
      const dispute = { digest, reason, at: this.clock.now(), decision: null };

      const after = await this.observations.save(before, {
        ...{ ...moveObservation(before, 'DISPUTED'), dispute },
      });

      announce(observationDisputed({ ...factsOf(after), digest }, { payload: { reason } }));
      return after;
    });
  }
}
