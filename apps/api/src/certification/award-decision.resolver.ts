import { type AwardId, AwardReader, ExtendAward, WithdrawAward } from '@app/certification';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { AwardType, awardType } from './award.type.js';
import { HoldingScreen } from './holding.resolver.js';
import {
  ExtendAwardInput,
  ExtendAwardResult,
  WithdrawAwardInput,
  WithdrawAwardResult,
} from './holding.type.js';

/** Decisions about awards: extended, withdrawn. */
@Resolver(() => AwardType)
export class AwardDecisionResolver {
  constructor(
    private readonly awards: AwardReader,
    private readonly screen: HoldingScreen,
    private readonly extend: ExtendAward,
    private readonly withdraw: WithdrawAward,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Mutation(() => ExtendAwardResult, {
    description: 'Moves the last valid day of an award in date. The next cycle is counted as if it had not.',
  })
  @Allow('certification.award.extend')
  async extendAward(@Ctx() ctx: RequestContext, @Args('input') input: ExtendAwardInput): Promise<AwardType> {
    const awardId = await this.inReach(ctx, input.awardId, 'certification.award.extend');
    return awardType(
      await this.extend.execute(ctx, { awardId, until: input.until, reason: input.reason }),
      londonDate(this.clock.now()),
    );
  }

  @Mutation(() => WithdrawAwardResult, {
    description:
      'Withdraws an award at once, with its evidence; authority under it is suspended. It stays in the record.',
  })
  @Allow('certification.award.withdraw')
  async withdrawAward(
    @Ctx() ctx: RequestContext,
    @Args('input') input: WithdrawAwardInput,
  ): Promise<AwardType> {
    const awardId = await this.inReach(ctx, input.awardId, 'certification.award.withdraw');
    return awardType(
      await this.withdraw.execute(ctx, { awardId, reason: input.reason }),
      londonDate(this.clock.now()),
    );
  }

  private async inReach(ctx: RequestContext, text: string, permission: string): Promise<AwardId> {
    const award = found(await this.awards.byId(ctx.force, idArg<AwardId>(text, 'awardId')));
    await this.screen.mustReach(ctx, permission, award.personId);
    return award.id;
  }
}
