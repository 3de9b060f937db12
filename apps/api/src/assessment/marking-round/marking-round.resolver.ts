import { EndMarker, NameMarker, OpenRound, RoundReader } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import { EndMarkerInput, NameMarkerInput, OpenRoundInput } from './marking.input.js';
import {
  MarkerType,
  MarkingProgressType,
  MarkingRoundConnection,
  MarkingRoundType,
} from './marking-round.type.js';

const OpenRoundResult = resultOf('OpenRound', MarkingRoundType);
const NameMarkerResult = resultOf('NameMarker', MarkerType);
const EndMarkerResult = resultOf('EndMarker', MarkerType);

/** Rounds of marking, and who marks in them. */
@Resolver(() => MarkingRoundType)
export class MarkingRoundResolver {
  constructor(
    private readonly rounds: RoundReader,
    private readonly open: OpenRound,
    private readonly name: NameMarker,
    private readonly end: EndMarker,
  ) {}

  @Allow('assessment.round.read')
  @Query(() => MarkingRoundConnection, { description: 'The force’s rounds of marking, first opened first.' })
  async markingRounds(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return page(args, this.rounds.page.bind(this.rounds, ctx), (round) => MarkingRoundType.of(round));
  }

  @Allow('assessment.round.read')
  @Query(() => MarkingRoundType, { description: 'One round of the force.' })
  async markingRound(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The round.' }) id: string,
  ): Promise<MarkingRoundType> {
    return MarkingRoundType.of(await this.rounds.byId(ctx, idArg(id, 'id')));
  }

  @Allow('assessment.round.open')
  @Mutation(() => OpenRoundResult, {
    description:
      'Begins the marking of a component: what waits goes to its markers, and what comes later as it comes. Refused: ROUND_TERMS_MALFORMED, ROUND_COMPONENT_UNKNOWN, ROUND_ALREADY_OPEN. The same request again is the same round.',
  })
  async openRound(
    @Ctx() ctx: RequestContext,
    @Args('input') input: OpenRoundInput,
  ): Promise<MarkingRoundType> {
    return MarkingRoundType.of(await this.open.execute(ctx, input));
  }

  @Allow('assessment.marker.name')
  @Mutation(() => NameMarkerResult, {
    description:
      'Names somebody of one’s own force, or of the College, to mark a component. Refused: NOT_AN_ASSESSOR, ROUND_COMPONENT_UNKNOWN.',
  })
  async nameMarker(
    @Ctx() ctx: RequestContext,
    @Args('input') { personId, courseCode, componentKey }: NameMarkerInput,
  ): Promise<MarkerType> {
    const named = { personId: idArg<never>(personId, 'personId'), courseCode, componentKey };
    return MarkerType.of(await this.name.execute(ctx, named));
  }

  @Allow('assessment.marker.end')
  @Mutation(() => EndMarkerResult, {
    description: 'Lets somebody mark a component no longer: what they had not marked goes to others.',
  })
  async endMarker(
    @Ctx() ctx: RequestContext,
    @Args('input') { personId, courseCode, componentKey }: EndMarkerInput,
  ): Promise<MarkerType> {
    const ended = { personId: idArg<never>(personId, 'personId'), courseCode, componentKey };
    return MarkerType.of(await this.end.execute(ctx, ended));
  }

  @ResolveField(() => MarkingProgressType, { description: 'How far it is.' })
  async progress(
    @Ctx() ctx: RequestContext,
    @Parent() { round }: MarkingRoundType,
  ): Promise<MarkingProgressType> {
    return MarkingProgressType.of(await this.rounds.progress(ctx, round));
  }
}
