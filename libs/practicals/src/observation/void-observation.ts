import { may, mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { observationVoided, observationVoidProposed, observationVoidRefused } from './events.js';
import {
  involvedIn,
  moveObservation,
  type Observation,
  type ObservationId,
  type Voiding,
} from './observation.js';
import { ObservationRepository } from './observation.repository.js';
import { factsOf, observerOf } from './observation-ground.js';
import { checkedReason } from './observation-rules.js';
import { observationPermissions } from './permissions.js';
import { refusal } from './refusals.js';

export interface ProposeObservationVoidInput {
  readonly observationId: ObservationId;
  /** 10–2,000 characters: the candidate reads it once it is confirmed. */
  readonly reason: string;
}

/**
 * Proposes that an observation shall not count: by whoever had a hand in it, or may decide on such proposals (PRA-15); anybody else's is
 * NOT_FOUND. Nothing changes until a second person confirms. The same proposal again is the one that waits.
 */
@Injectable()
export class ProposeObservationVoid {
  constructor(
    private readonly work: UnitOfWork,
    private readonly observations: ObservationRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ProposeObservationVoidInput): Promise<Observation> {
    const by = observerOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const before = await this.observations.load(ctx.force, input.observationId);
      const mayDecide = may(ctx, observationPermissions.decideVoid, { forceWide: true });
      found(mayDecide || involvedIn(before).includes(by) ? by : null);
      if (by === before.personId) throw refusal('OBSERVATION_VOID_OWN');
      if (before.state === 'VOIDED') throw refusal('OBSERVATION_STATE');
      moveObservation(before, 'VOIDED');
      const reason = checkedReason(input.reason);
      if (before.voiding?.state === 'PROPOSED') return theSame(before, { by, reason });
      const voiding: Voiding = {
        ...{ state: 'PROPOSED', reason, proposedBy: by, proposedAt: this.clock.now() },
        ...{ decidedBy: null, decidedAt: null },
      };

      const after = await this.observations.save(before, { ...before, voiding });

      announce(observationVoidProposed(factsOf(after), { payload: { reason } }));
      return after;
    });
  }
}

function theSame(observation: Observation, now: { by: PersonId; reason: string }): Observation {
  const { voiding } = observation;
  if (voiding?.proposedBy !== now.by || voiding.reason !== now.reason)
    throw refusal('OBSERVATION_VOID_PROPOSED');
  return observation;
}

export interface DecideObservationVoidInput {
  readonly observationId: ObservationId;
  /** True to void it; false to let it count. */
  readonly confirm: boolean;
}

/** The second person decides: neither the proposer nor the candidate (PRA-15). The same decision again is the same answer. */
@Injectable()
export class DecideObservationVoid {
  constructor(
    private readonly work: UnitOfWork,
    private readonly observations: ObservationRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: DecideObservationVoidInput): Promise<Observation> {
    mustBeAllowed(ctx, observationPermissions.decideVoid, { forceWide: true });
    const by = observerOf(ctx);
    const state = input.confirm ? 'CONFIRMED' : 'REFUSED';
    return this.work.run(ctx, async (announce) => {
      const before = await this.observations.load(ctx.force, input.observationId);
      const { voiding } = before;
      if (voiding?.state === state && voiding.decidedBy === by) return before;
      const decided = {
        ...proposedTo(before, by),
        state,
        decidedBy: by,
        decidedAt: this.clock.now(),
      } as const;
      const moved = input.confirm ? moveObservation(before, 'VOIDED') : before;

      const after = await this.observations.save(before, { ...moved, voiding: decided });

      const wasPassed = before.state === 'RELEASED' && before.outcome?.passed === true;
      const facts = factsOf(after);
      announce(input.confirm ? observationVoided({ ...facts, wasPassed }) : observationVoidRefused(facts));
      return after;
    });
  }
}

/** PRA-15: the proposal that waits, for somebody who may decide it. */
function proposedTo({ voiding, personId }: Observation, by: PersonId): Voiding {
  if (voiding?.state !== 'PROPOSED') throw refusal('OBSERVATION_VOID_NOT_PROPOSED');
  if (by === voiding.proposedBy || by === personId) throw refusal('OBSERVATION_VOID_OWN');
  return voiding;
}
