import type { RequestContext } from '@app/platform/context/request-context.js';
import { AcknowledgeObservation, DisputeObservation, ObservationReader } from '@app/practicals';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import { MyObservationConnection, MyObservationType } from './my-observation.type.js';
import { AcknowledgeObservationInput, DisputeObservationInput } from './observation.input.js';

const AcknowledgeObservationResult = resultOf('AcknowledgeObservation', MyObservationType);
const DisputeObservationResult = resultOf('DisputeObservation', MyObservationType);

/** A candidate's own observations. */
@Resolver(() => MyObservationType)
export class MyObservationResolver {
  constructor(
    private readonly reader: ObservationReader,
    private readonly acknowledge: AcknowledgeObservation,
    private readonly dispute: DisputeObservation,
  ) {}

  @Allow('practicals.observation.read-own')
  @Query(() => MyObservationConnection, { description: 'One’s own observations, newest first.' })
  async myObservations(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return page(args, this.reader.ownPage.bind(this.reader, ctx), (each) => MyObservationType.of(each));
  }

  @Allow('practicals.observation.read-own')
  @Query(() => MyObservationType, { description: 'One observation of one’s own.' })
  async myObservation(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The observation.' }) id: string,
  ): Promise<MyObservationType> {
    return MyObservationType.of(await this.reader.ownById(ctx, idArg(id, 'id')));
  }

  @Allow('practicals.observation.acknowledge')
  @Mutation(() => AcknowledgeObservationResult, {
    description:
      'The candidate signs that they have seen the sheet; its outcome counts from then on. Refused: OBSERVATION_STATE, OBSERVATION_SHEET_CHANGED. Again is the same answer.',
  })
  async acknowledgeObservation(
    @Ctx() ctx: RequestContext,
    @Args('input') { observationId, digest }: AcknowledgeObservationInput,
  ): Promise<MyObservationType> {
    const input = { observationId: idArg<never>(observationId, 'observationId'), digest };
    return MyObservationType.of(await this.acknowledge.execute(ctx, input));
  }

  @Allow('practicals.observation.dispute')
  @Mutation(() => DisputeObservationResult, {
    description:
      'The candidate disputes the sheet: nothing counts before a training lead has decided. Refused: OBSERVATION_STATE, OBSERVATION_SHEET_CHANGED, OBSERVATION_REASON_MISSING. Again is the same answer.',
  })
  async disputeObservation(
    @Ctx() ctx: RequestContext,
    @Args('input') { observationId, digest, reason }: DisputeObservationInput,
  ): Promise<MyObservationType> {
    const input = { observationId: idArg<never>(observationId, 'observationId'), digest, reason };
    return MyObservationType.of(await this.dispute.execute(ctx, input));
  }
}
