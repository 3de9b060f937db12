import { AttemptReader, SittingReader } from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../edge/graphql-context.js';
import { type MyCourseSource, MyCourseType } from '../progress/my-course.type.js';
import { AttemptSummaryType } from './attempt.type.js';
import { SittingType } from './sitting.type.js';

/** What assessment adds to a person's own course page. */
@Resolver(() => MyCourseType)
export class MyCourseAssessmentResolver {
  constructor(
    private readonly sittings: SittingReader,
    private readonly attempts: AttemptReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField(() => [SittingType], {
    description: 'Its sittings that the person may sit now or later, earliest closing first; at most 100.',
  })
  async openSittings(@Ctx() ctx: RequestContext, @Parent() { code }: MyCourseSource): Promise<SittingType[]> {
    const now = this.clock.now();
    const open = await this.sittings.openFor(ctx.force, found(actingPerson(ctx)), code);
    return open.map((sitting) => SittingType.of(sitting, now));
  }

  @ResolveField('attempts', () => [AttemptSummaryType], {
    description: 'The person’s attempts at it, earliest first.',
  })
  async myAttempts(
    @Ctx() ctx: RequestContext,
    @Parent() { code }: MyCourseSource,
  ): Promise<AttemptSummaryType[]> {
    const attempts = await this.attempts.ofPerson(ctx.force, found(actingPerson(ctx)), code);
    return attempts.map((attempt) => AttemptSummaryType.of(attempt));
  }
}
