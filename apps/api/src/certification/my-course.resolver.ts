import { AwardReader, ComponentReader } from '@app/certification';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../edge/graphql-context.js';
import { wordsOf } from '../edge/words.type.js';
import { type MyCourseSource, MyCourseType } from '../progress/my-course.type.js';
import { AwardType, awardType, ComponentStatusType } from './award.type.js';

/** What a person’s own course page says of components and award. */
@Resolver(() => MyCourseType)
export class MyCourseAwardResolver {
  constructor(
    private readonly awards: AwardReader,
    private readonly components: ComponentReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField('components', () => [ComponentStatusType], {
    description: 'The components of the person’s version, in order; the award waits for all of them.',
  })
  async statuses(
    @Ctx() ctx: RequestContext,
    @Parent() { own }: MyCourseSource,
  ): Promise<ComponentStatusType[]> {
    const { version } = await own;
    const statuses = await this.components.of(ctx.force, found(actingPerson(ctx)), version);
    return statuses.map((status) => ({ ...status, title: wordsOf(status.title) }));
  }

  @ResolveField('award', () => AwardType, {
    nullable: true,
    description: 'The person’s award of the latest cycle, in date or not; null when there never was one.',
  })
  async award(@Ctx() ctx: RequestContext, @Parent() { code }: MyCourseSource): Promise<AwardType | null> {
    const award = await this.awards.latest(ctx.force, found(actingPerson(ctx)), code);
    return award === null ? null : awardType(award, londonDate(this.clock.now()));
  }
}
