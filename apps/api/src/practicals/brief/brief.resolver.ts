import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { BriefReader, PublishBrief } from '@app/practicals';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { resultOf } from '../../edge/refused.js';
import { PublishBriefInput } from './brief.input.js';
import { BriefType, WholeBriefType } from './brief.type.js';
import { readBrief } from './read-brief.js';

const PublishBriefResult = resultOf('PublishBrief', WholeBriefType);

/** Briefs: what candidates see of them, and the whole for whoever assesses, writes and publishes. */
@Resolver()
export class BriefResolver {
  constructor(
    private readonly briefs: BriefReader,
    private readonly publish: PublishBrief,
  ) {}

  @Allow('practicals.brief.read')
  @Query(() => BriefType, { description: 'What a component asks of its candidates, as in force now.' })
  async brief(
    @Args('courseCode', { type: () => ID, description: 'The course: `PRO-310`.' }) courseCode: string,
    @Args('componentKey', { type: () => ID, description: 'The component of its assessment.' })
    componentKey: string,
  ): Promise<BriefType> {
    return BriefType.of(found(await this.briefs.current(courseCode, componentKey)));
  }

  @Allow('practicals.brief.read-whole')
  @Query(() => WholeBriefType, { description: 'A brief as in force now, with notes, rubrics and all parts.' })
  async wholeBrief(
    @Args('courseCode', { type: () => ID, description: 'The course: `PRO-310`.' }) courseCode: string,
    @Args('componentKey', { type: () => ID, description: 'The component of its assessment.' })
    componentKey: string,
  ): Promise<WholeBriefType> {
    return WholeBriefType.of(found(await this.briefs.current(courseCode, componentKey)));
  }

  @Allow('practicals.brief.read-whole')
  @Query(() => [WholeBriefType], {
    description: 'The briefs in force of a course, by the key of their component: fewer than ten.',
  })
  async wholeBriefs(
    @Args('courseCode', { type: () => ID, description: 'The course: `PRO-310`.' }) courseCode: string,
  ): Promise<WholeBriefType[]> {
    return (await this.briefs.ofCourse(courseCode)).map((brief) => WholeBriefType.of(brief));
  }

  @Allow('practicals.brief.publish')
  @Mutation(() => PublishBriefResult, {
    description:
      'Gives a component its brief, or a new version of it; what was begun on an earlier one ends on it. Refused: BRIEF_TASKS, BRIEF_CRITERIA, BRIEF_FORM, BRIEF_RUBRIC, BRIEF_PARTS, BRIEF_SHARES, BRIEF_NUMBERS. CONFLICT when another version came meanwhile. The same again is the same version.',
  })
  async publishBrief(
    @Ctx() ctx: RequestContext,
    @Args('input') input: PublishBriefInput,
  ): Promise<WholeBriefType> {
    return WholeBriefType.of(await this.publish.execute(ctx, readBrief(input)));
  }
}
