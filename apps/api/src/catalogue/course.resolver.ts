import {
  activityOf,
  CourseReader,
  cataloguePermissions,
  type PublishedVersion,
  RenderedText,
  type VersionId,
} from '@app/catalogue';
import { LawReader } from '@app/framework';
import { may } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { EnrolmentReader } from '@app/progress';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { PageArgs, page } from '../edge/paging.js';
import { LawEntryType, lawEntryType } from '../framework/law-entry.type.js';
import { ActivityType, activityType } from './activity.type.js';
import {
  CourseConnection,
  CourseDraftType,
  CourseType,
  CourseVersionType,
  courseDraftType,
  courseType,
  courseVersionType,
  PublishImpactType,
} from './course.type.js';

/** Courses, for whoever has signed in; drafts, for those who write, review and publish them. */
@Resolver(() => CourseType)
export class CourseResolver {
  constructor(
    private readonly reader: CourseReader,
    private readonly enrolments: EnrolmentReader,
    private readonly rendered: RenderedText,
  ) {}

  @Query(() => CourseConnection, { description: 'The catalogue, by code. `search` finds in code and title.' })
  @Allow('catalogue.course.read')
  async courses(
    @Args() args: PageArgs,
    @Args('search', {
      type: () => String,
      nullable: true,
      description: 'Part of a code or of an English title.',
    })
    search?: string | null,
  ) {
    return page(args, (request) => this.reader.page({ ...request, search: search ?? null }), courseType);
  }

  @Query(() => CourseType, { description: 'One course by its code.' })
  @Allow('catalogue.course.read')
  async course(
    @Args('code', { type: () => ID, description: 'Its code.' }) code: string,
  ): Promise<CourseType> {
    return courseType(found(await this.reader.published(code)));
  }

  @Query(() => ActivityType, { description: 'One activity of a published version, with its blocks.' })
  @Allow('catalogue.course.read')
  async activity(
    @Args('versionId', { type: () => ID, description: 'The version that the enrolment is pinned to.' })
    id: string,
    @Args('activityId', { type: () => ID, description: 'The activity.' }) activityId: string,
  ): Promise<ActivityType> {
    const version = found(await this.reader.version(idArg<VersionId>(id, 'versionId')));
    return activityType(found(activityOf(version, activityId)), version.id, this.rendered);
  }

  @Query(() => ActivityType, { description: 'One activity as the draft has it: the preview.' })
  @Allow('catalogue.draft.read')
  async draftActivity(
    @Args('courseCode', { type: () => ID, description: 'Code of the course.' }) courseCode: string,
    @Args('activityId', { type: () => ID, description: 'The activity.' }) activityId: string,
  ): Promise<ActivityType> {
    const draft = found(await this.reader.draft(courseCode));
    return activityType(found(activityOf(draft.content, activityId)), null, this.rendered);
  }

  @Query(() => PublishImpactType, {
    description: 'How many people publishing this course’s draft would touch.',
  })
  @Allow('catalogue.course.publish')
  async publishImpact(
    @Args('courseCode', { type: () => ID, description: 'Code of the course.' }) courseCode: string,
  ): Promise<PublishImpactType> {
    const { code } = found(await this.reader.byCode(courseCode));
    return this.enrolments.impactOf(code);
  }

  @ResolveField(() => CourseVersionType, { nullable: true, description: 'The version now published.' })
  async published(@Parent() course: CourseType): Promise<CourseVersionType | null> {
    const version: PublishedVersion | null = await this.reader.published(course.code);
    return version === null ? null : courseVersionType(version);
  }

  @ResolveField(() => CourseDraftType, {
    nullable: true,
    description: 'The draft; null for whoever may not read drafts (catalogue.draft.read).',
  })
  async draft(@Ctx() ctx: RequestContext, @Parent() course: CourseType): Promise<CourseDraftType | null> {
    if (!may(ctx, cataloguePermissions.readDraft)) return null;
    const draft = await this.reader.draft(course.code);
    return draft === null ? null : courseDraftType(draft);
  }
}

/** What an activity cites. */
@Resolver(() => ActivityType)
export class ActivityResolver {
  constructor(private readonly laws: LawReader) {}

  @ResolveField(() => [LawEntryType], {
    description: 'The law that its blocks cite, each once, as it stands now.',
  })
  async law(@Parent() activity: ActivityType): Promise<LawEntryType[]> {
    const cited = activity.blocks.flatMap(({ lawId }) => (lawId === null ? [] : [lawId]));
    return [...(await this.laws.byIds([...new Set(cited)])).values()].map(lawEntryType);
  }
}
