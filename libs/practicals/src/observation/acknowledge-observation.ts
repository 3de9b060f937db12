import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { observationAcknowledged } from './events.js';
import type { Observation, ObservationId } from './observation.js';
import { ObservationRepository } from './observation.repository.js';
import { factsOf } from './observation-ground.js';
import { refusal } from './refusals.js';
import { ReleaseObservation } from './release-observation.js';

export interface AcknowledgeObservationInput {
  readonly observationId: ObservationId;
  /** The digest of the sheet that was read. */
  readonly digest: string;
}

/** PRA-11, PRA-13: the candidate answers a sheet that its assessor signed, and exactly that one. */
export function mustAnswer({ state, assessorSignature }: Observation, digest: string): void {
  if (state !== 'SIGNED' || assessorSignature === null) throw refusal('OBSERVATION_STATE');
  if (assessorSignature.digest !== digest) throw refusal('OBSERVATION_SHEET_CHANGED', { field: 'digest' });
}

/** The candidate signs that they have seen the sheet, which releases what it came to (PRA-13). Again is the same answer. */
@Injectable()
export class AcknowledgeObservation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly observations: ObservationRepository,
    private readonly release: ReleaseObservation,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    { observationId, digest }: AcknowledgeObservationInput,
  ): Promise<Observation> {
    const personId = found(actingPerson(ctx));
    return this.work.run(ctx, async (announce) => {
      const before = await this.observations.loadOwn(ctx.force, observationId, personId);
      if (before.candidateSignature?.digest === digest) return before;
      mustAnswer(before, digest);
      const signed = { ...before, candidateSignature: { personId, digest, at: this.clock.now() } };

      const released = await this.release.execute(before, signed, announce);

      announce(observationAcknowledged({ ...factsOf(released), digest }));
      return released;
    });
  }
}
