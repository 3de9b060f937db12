import { ReplayPaper } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { PaperReplayType } from './bank-use.type.js';

/** Proof for auditors that a paper is the one its seed draws. */
@Resolver()
export class PaperReplayResolver {
  constructor(private readonly replay: ReplayPaper) {}

  @Allow('assessment.paper.replay')
  @Query(() => PaperReplayType, {
    description:
      'Draws the paper of an attempt of one’s force again and says whether it is the same. That one asked is recorded.',
  })
  async paperReplay(
    @Ctx() ctx: RequestContext,
    @Args('attemptId', { type: () => ID, description: 'An attempt of one’s force.' }) attemptId: string,
  ): Promise<PaperReplayType> {
    return PaperReplayType.of(await this.replay.execute(ctx, { attemptId: idArg(attemptId, 'attemptId') }));
  }
}
