import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { disputeDecided } from './events.js';
import { type Dispute, moveObservation, type Observation, type ObservationId } from './observation.js';
import { ObservationRepository } from './observation.repository.js';
import { factsOf, observerOf } from './observation-ground.js';
import { checkedReason } from './observation-rules.js';
import { observationPermissions } from './permissions.js';
import { refusal } from './refusals.js';
import { ReleaseObservation } from './release-observation.js';
import { Uninvolved } from './uninvolved.js';

export interface DecideObservationDisputeInput {
  readonly observationId: ObservationId;
  /** True: the sheet counts. False: it is set aside, and the candidate is observed afresh without an attempt less. */
  readonly confirm: boolean;
  /** 10–2,000 characters. */
  readonly reason: string;
}

/** A training lead who had no part in it decides a dispute (PRA-14). The same decision again is the same answer. */
@Injectable()
export class DecideObservationDispute {
  constructor(
    private readonly work: UnitOfWork,
    private readonly observations: ObservationRepository,
    private readonly uninvolved: Uninvolved,
    private readonly release: ReleaseObservation,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: DecideObservationDisputeInput): Promise<Observation> {
    mustBeAllowed(ctx, observationPermissions.decideDispute, { forceWide: true });
    const by = observerOf(ctx);
    const { observationId, confirm: confirmed } = input;
    return this.work.run(ctx, async (announce) => {
      const before = await this.observations.load(ctx.force, observationId);
      await this.uninvolved.check(ctx, before, by);
      const reason = checkedReason(input.reason);
      const { dispute } = before;
      const made = dispute?.decision;
      if (made?.decidedBy === by && made.confirmed === confirmed && made.reason === reason) return before;
      if (before.state !== 'DISPUTED' || dispute === null) throw refusal('OBSERVATION_STATE');
      const decision = { decidedBy: by, at: this.clock.now(), confirmed, reason };
      const decided: Observation = { ...before, dispute: { ...dispute, decision } satisfies Dispute };

      const after = confirmed
        ? await this.release.execute(before, decided, announce)
        : await this.observations.save(before, moveObservation(decided, 'SET_ASIDE'));

      announce(disputeDecided({ ...factsOf(after), confirmed }, { payload: { reason } }));
      return after;
    });
  }
}
