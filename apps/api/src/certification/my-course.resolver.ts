import { CourseReader, type VersionId } from '@app/catalogue';
import { AwardReader, ComponentReader } from '@app/certification';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../edge/graphql-context.js';
import { wordsOf } from '../edge/words.type.js';
import { MyCourseType } from '../progress/my-course.type.js';
import { AwardType, awardType, ComponentStatusType } from './award.type.js';

/** What a person’s own course page says of components and award. */
@Resolver(() => MyCourseType)
export class MyCourseAwardResolver {
  constructor(
    private readonly awards: AwardReader,
    private readonly components: ComponentReader,
    private readonly courses: CourseReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField('components', () => [ComponentStatusType], {
    description: 'The components of the person’s version, in order; the award waits for all of them.',
  })
  async statuses(
    @Ctx() ctx: RequestContext,
    @Parent() { course, enrolment }: MyCourseType,
  ): Promise<ComponentStatusType[]> {
    const pinned = enrolment === null ? null : await this.courses.version(enrolment.versionId as VersionId);
    const version = pinned ?? found(await this.courses.published(course.code));
    const statuses = await this.components.of(ctx.force, found(actingPerson(ctx)), version);
    return statuses.map(({ key, kind, title, passed, passedOn }) => {
      return { key, kind, title: wordsOf(title), passed, passedOn };
    });
  }

  @ResolveField('award', () => AwardType, {
    nullable: true,
    description: 'The person’s award of the latest cycle, in date or not; null when there never was one.',
  })
  async award(@Ctx() ctx: RequestContext, @Parent() { course }: MyCourseType): Promise<AwardType | null> {
    const award = await this.awards.latest(ctx.force, found(actingPerson(ctx)), course.code);
    return award === null ? null : awardType(award, londonDate(this.clock.now()));
  }
}
