import type { RequestContext } from '@app/platform/context/request-context.js';
import {
  ConcludeObservation,
  DecideObservationDispute,
  DecideObservationVoid,
  ProposeObservationVoid,
} from '@app/practicals';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import {
  ConcludeObservationInput,
  DecideObservationDisputeInput,
  DecideObservationVoidInput,
  ProposeObservationVoidInput,
} from './observation.input.js';
import { ObservationType } from './observation.type.js';

const DecideObservationDisputeResult = resultOf('DecideObservationDispute', ObservationType);
const ConcludeObservationResult = resultOf('ConcludeObservation', ObservationType);
const ProposeObservationVoidResult = resultOf('ProposeObservationVoid', ObservationType);
const DecideObservationVoidResult = resultOf('DecideObservationVoid', ObservationType);

/** What is decided about an observation: a dispute, and whether it counts. */
@Resolver(() => ObservationType)
export class ObservationDecisionResolver {
  constructor(
    private readonly decideDispute: DecideObservationDispute,
    private readonly conclude: ConcludeObservation,
    private readonly propose: ProposeObservationVoid,
    private readonly decideVoid: DecideObservationVoid,
  ) {}

  @Allow('practicals.observation.decide-dispute')
  @Mutation(() => DecideObservationDisputeResult, {
    description:
      'A training lead who had no part in it decides a dispute. Refused: OBSERVATION_DISPUTE_INVOLVED, OBSERVATION_REASON_MISSING, OBSERVATION_STATE. The same decision again is the same answer.',
  })
  async decideObservationDispute(
    @Ctx() ctx: RequestContext,
    @Args('input') { observationId, confirm, reason }: DecideObservationDisputeInput,
  ): Promise<ObservationType> {
    const input = { observationId: idArg<never>(observationId, 'observationId'), confirm, reason };
    return ObservationType.of(await this.decideDispute.execute(ctx, input));
  }

  @Allow('practicals.observation.conclude')
  @Mutation(() => ConcludeObservationResult, {
    description:
      'Lets an outcome count whose candidate has not answered for 14 days: by a training lead who had no part in it. Refused: OBSERVATION_TIME_TO_ANSWER, OBSERVATION_DISPUTE_INVOLVED, OBSERVATION_REASON_MISSING, OBSERVATION_STATE. Again is the same answer.',
  })
  async concludeObservation(
    @Ctx() ctx: RequestContext,
    @Args('input') { observationId, reason }: ConcludeObservationInput,
  ): Promise<ObservationType> {
    const input = { observationId: idArg<never>(observationId, 'observationId'), reason };
    return ObservationType.of(await this.conclude.execute(ctx, input));
  }

  @Allow('practicals.observation.propose-void')
  @Mutation(() => ProposeObservationVoidResult, {
    description:
      'Proposes that an observation shall not count: by whoever had a hand in it, or may decide. Refused: OBSERVATION_VOID_OWN, OBSERVATION_VOID_PROPOSED, OBSERVATION_REASON_MISSING, OBSERVATION_STATE. The same proposal again is the one that waits.',
  })
  async proposeObservationVoid(
    @Ctx() ctx: RequestContext,
    @Args('input') { observationId, reason }: ProposeObservationVoidInput,
  ): Promise<ObservationType> {
    const input = { observationId: idArg<never>(observationId, 'observationId'), reason };
    return ObservationType.of(await this.propose.execute(ctx, input));
  }

  @Allow('practicals.observation.decide-void')
  @Mutation(() => DecideObservationVoidResult, {
    description:
      'The second person decides: neither the proposer nor the candidate. Refused: OBSERVATION_VOID_OWN, OBSERVATION_VOID_NOT_PROPOSED. The same decision again is the same answer.',
  })
  async decideObservationVoid(
    @Ctx() ctx: RequestContext,
    @Args('input') { observationId, confirm }: DecideObservationVoidInput,
  ): Promise<ObservationType> {
    const input = { observationId: idArg<never>(observationId, 'observationId'), confirm };
    return ObservationType.of(await this.decideVoid.execute(ctx, input));
  }
}
