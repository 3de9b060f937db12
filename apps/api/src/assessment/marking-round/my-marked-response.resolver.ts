import { MarkedResponseReader } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { PageArgs, page } from '../../edge/paging.js';
import { MyMarkedResponseConnection, MyMarkedResponseType } from './marked-response.type.js';

/** What a candidate may know of their own marked responses. */
@Resolver(() => MyMarkedResponseType)
export class MyMarkedResponseResolver {
  constructor(private readonly responses: MarkedResponseReader) {}

  @Allow('assessment.response.read-own')
  @Query(() => MyMarkedResponseConnection, {
    description: 'The caller’s own responses that people marked, once released, oldest first.',
  })
  async myMarkedResponses(
    @Ctx() ctx: RequestContext,
    @Args() args: PageArgs,
    @Args('sourceId', { type: () => ID, nullable: true, description: 'Only of this attempt or work.' })
    sourceId?: string | null,
  ) {
    const fetch = this.responses.ofPerson.bind(this.responses, ctx, { sourceId: sourceId ?? null });
    return page(args, fetch, (response) => MyMarkedResponseType.of(response));
  }
}
