import { CourseReader } from '@app/catalogue';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { EnrolmentReader } from '@app/progress';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { type MyCourseSource, MyCourseType, myCourseSource, type OwnCourse } from './my-course.type.js';

/** A person's own course page: one indexed read of the enrolment; the version that it pins is kept in the process. */
@Resolver(() => MyCourseType)
export class MyCourseResolver {
  constructor(
    private readonly courses: CourseReader,
    private readonly enrolments: EnrolmentReader,
  ) {}

  @Query(() => MyCourseType, {
    description: 'One’s own page of a course: what is done, what is due, what is open.',
  })
  @Allow('progress.enrolment.read-own', { meanwhile: true })
  myCourse(
    @Ctx() ctx: RequestContext,
    @Args('code', { type: () => ID, description: 'Code of the course.' }) code: string,
  ): MyCourseSource {
    return myCourseSource(code, this.read(ctx, code));
  }

  private async read(ctx: RequestContext, code: string): Promise<OwnCourse> {
    const enrolment = await this.enrolments.current(ctx.force, found(actingPerson(ctx)), code);
    const pinned =
      enrolment === null ? this.courses.published(code) : this.courses.version(enrolment.versionId);
    return { version: found(await pinned), enrolment };
  }
}
