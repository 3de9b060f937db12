import {
  ApproveDraft,
  CorrectLesson,
  PublishCourse,
  SendDraftForReview,
  SetCourseComponents,
} from '@app/catalogue';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { resultOf } from '../edge/refused.js';
import { readComponent, SetCourseComponentsInput } from './component.type.js';
import {
  ApproveDraftInput,
  CorrectLessonInput,
  PublishCourseInput,
  SendDraftForReviewInput,
} from './course.input.js';
import { CourseDraftType, CourseVersionType, courseDraftType, courseVersionType } from './course.type.js';

const CorrectLessonResult = resultOf('CorrectLesson', CourseDraftType);
const SetCourseComponentsResult = resultOf('SetCourseComponents', CourseDraftType);
const SendDraftForReviewResult = resultOf('SendDraftForReview', CourseDraftType);
const ApproveDraftResult = resultOf('ApproveDraft', CourseDraftType);
const PublishCourseResult = resultOf('PublishCourse', CourseVersionType);

/** Writing, reviewing and publishing courses: the College's work. */
@Resolver()
export class AuthoringResolver {
  constructor(
    private readonly correct: CorrectLesson,
    private readonly setComponents: SetCourseComponents,
    private readonly send: SendDraftForReview,
    private readonly approve: ApproveDraft,
    private readonly publish: PublishCourse,
  ) {}

  @Mutation(() => CorrectLessonResult, {
    description: 'Corrects one block, in the draft only. An English change leaves its Welsh stale.',
  })
  @Allow('catalogue.lesson.correct')
  async correctLesson(@Ctx() ctx: RequestContext, @Args('input') input: CorrectLessonInput) {
    return courseDraftType((await this.correct.execute(ctx, input)).draft);
  }

  @Mutation(() => SetCourseComponentsResult, {
    description: 'Says what a course’s assessment consists of, in the draft only. Weights add up to 100.',
  })
  @Allow('catalogue.component.set')
  async setCourseComponents(@Ctx() ctx: RequestContext, @Args('input') input: SetCourseComponentsInput) {
    const { courseCode, components, revision } = input;
    const wanted = { courseCode, components: components.map(readComponent), revision };
    return courseDraftType((await this.setComponents.execute(ctx, wanted)).draft);
  }

  @Mutation(() => SendDraftForReviewResult, { description: 'Hands the draft to the reviewers.' })
  @Allow('catalogue.draft.send')
  async sendDraftForReview(@Ctx() ctx: RequestContext, @Args('input') input: SendDraftForReviewInput) {
    return courseDraftType((await this.send.execute(ctx, input)).draft);
  }

  @Mutation(() => ApproveDraftResult, {
    description: 'Approves a draft in review. Refused to everybody who changed it.',
  })
  @Allow('catalogue.draft.approve')
  async approveDraft(@Ctx() ctx: RequestContext, @Args('input') input: ApproveDraftInput) {
    return courseDraftType((await this.approve.execute(ctx, input)).draft);
  }

  @Mutation(() => PublishCourseResult, {
    description: 'Publishes the approved draft as a new version, and says what that means for learners.',
  })
  @Allow('catalogue.course.publish')
  async publishCourse(@Ctx() ctx: RequestContext, @Args('input') input: PublishCourseInput) {
    const { courseCode, change, note, cutOff, revision } = input;
    const terms = { courseCode, change, note, cutOff: cutOff ?? null, revision };
    return courseVersionType(await this.publish.execute(ctx, terms));
  }
}
