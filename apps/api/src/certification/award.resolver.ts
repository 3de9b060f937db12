import { type AwardId, AwardReader, mayReadAwards } from '@app/certification';
import { PostingReader } from '@app/identity';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { PageArgs, page } from '../edge/paging.js';
import { AwardConnection, AwardType, awardType } from './award.type.js';

/** Awards, to those whose they are and those who answer for them. */
@Resolver(() => AwardType)
export class AwardResolver {
  constructor(
    private readonly reader: AwardReader,
    private readonly postings: PostingReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Query(() => AwardConnection, { description: 'One’s own awards, newest first; expired ones too.' })
  @Allow('certification.award.read-own')
  async myAwards(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return this.pageOf(ctx, found(actingPerson(ctx)), args);
  }

  @Query(() => AwardType, { description: 'One award: one’s own, or that of somebody in one’s reach.' })
  @Allow('certification.award.read-own')
  async award(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<AwardType> {
    const award = found(await this.reader.byId(ctx.force, idArg<AwardId>(id, 'id')));
    await this.mustBeInReach(ctx, award.personId);
    return awardType(award, this.today());
  }

  @Query(() => AwardConnection, { description: 'The awards of a person in one’s reach, newest first.' })
  @Allow('certification.award.read')
  async awards(
    @Ctx() ctx: RequestContext,
    @Args('personId', { type: () => ID }) personId: string,
    @Args() args: PageArgs,
  ) {
    const person = idArg<PersonId>(personId, 'personId');
    await this.mustBeInReach(ctx, person);
    return this.pageOf(ctx, person, args);
  }

  private async mustBeInReach(ctx: RequestContext, personId: PersonId): Promise<void> {
    const isAllowed = await mayReadAwards(ctx, this.postings, { personId, today: this.today() });
    found(isAllowed ? personId : null);
  }

  private async pageOf(ctx: RequestContext, personId: PersonId, args: PageArgs) {
    const today = this.today();
    return page(
      args,
      (request) => this.reader.ofPerson(ctx.force, personId, request),
      (award) => awardType(award, today),
    );
  }

  private today(): CalendarDate {
    return londonDate(this.clock.now());
  }
}
