import type { RequestContext } from '@app/platform/context/request-context.js';
import { ObservationReader, type ObservationState } from '@app/practicals';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { ObservationConnection, ObservationType } from './observation.type.js';
import { ObservationStateEnum } from './observation-state.enum.js';

/** Observations for assessors and training leads. */
@Resolver(() => ObservationType)
export class ObservationDeskResolver {
  constructor(private readonly reader: ObservationReader) {}

  @Allow('practicals.observation.read-desk')
  @Query(() => ObservationConnection, {
    description: 'What the caller planned, is to observe, recorded or signed, newest first.',
  })
  async observationDesk(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return page(args, this.reader.deskPage.bind(this.reader, ctx), (each) => ObservationType.of(each));
  }

  @Allow('practicals.observation.read-desk')
  @Query(() => ObservationType, {
    description:
      'One observation, never one’s own: for a training lead of the force, whoever had a hand in it, and any assessor while it waits for an assessor’s signature.',
  })
  async observation(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The observation.' }) id: string,
  ): Promise<ObservationType> {
    return ObservationType.of(await this.reader.byId(ctx, idArg(id, 'id')));
  }

  @Allow('practicals.observation.read')
  @Query(() => ObservationConnection, {
    description: 'The force’s observations in one state, oldest first, without the caller’s own.',
  })
  async observations(
    @Ctx() ctx: RequestContext,
    @Args('state', { type: () => ObservationStateEnum, description: 'Only in this state.' })
    state: ObservationState,
    @Args() args: PageArgs,
  ) {
    const fetch = this.reader.forcePage.bind(this.reader, ctx, state);
    return page(args, fetch, (each) => ObservationType.of(each));
  }
}
