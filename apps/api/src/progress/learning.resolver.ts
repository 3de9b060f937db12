import type { UnitId } from '@app/identity';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import {
  AnswerCheck,
  CompleteActivity,
  Enrol,
  type EnrolmentId,
  EnrolmentReader,
  EnrolPeople,
  OpenActivity,
} from '@app/progress';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { PageArgs, page } from '../edge/paging.js';
import { resultOf } from '../edge/refused.js';
import {
  AnswerCheckInput,
  CompleteActivityInput,
  EnrolInput,
  EnrolPeopleInput,
  OpenActivityInput,
} from './enrolment.input.js';
import {
  CheckAnsweredType,
  checkAnsweredType,
  EnrolledPeopleType,
  EnrolmentConnection,
  EnrolmentType,
  enrolmentType,
} from './enrolment.type.js';

const EnrolResult = resultOf('Enrol', EnrolmentType);
const EnrolPeopleResult = resultOf('EnrolPeople', EnrolledPeopleType);
const OpenActivityResult = resultOf('OpenActivity', EnrolmentType);
const AnswerCheckResult = resultOf('AnswerCheck', CheckAnsweredType);
const CompleteActivityResult = resultOf('CompleteActivity', EnrolmentType);

/** Learning: enrol, open, answer, complete. */
@Resolver(() => EnrolmentType)
export class LearningResolver {
  constructor(
    private readonly reader: EnrolmentReader,
    private readonly enrolSelf: Enrol,
    private readonly enrolOthers: EnrolPeople,
    private readonly open: OpenActivity,
    private readonly answer: AnswerCheck,
    private readonly complete: CompleteActivity,
  ) {}

  @Query(() => EnrolmentConnection, { description: 'One’s own enrolments, by course, newest cycle first.' })
  @Allow('progress.enrolment.read-own')
  async myEnrolments(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    const personId = found(actingPerson(ctx));
    return page(args, (request) => this.reader.ofPerson(ctx.force, personId, request), enrolmentType);
  }

  @Mutation(() => EnrolResult, {
    description: 'Enrols oneself on the published version. Again: the same enrolment.',
  })
  @Allow('progress.course.enrol')
  async enrol(@Ctx() ctx: RequestContext, @Args('input') input: EnrolInput) {
    return enrolmentType(await this.enrolSelf.execute(ctx, input));
  }

  @Mutation(() => EnrolPeopleResult, {
    description: 'Enrols people and units of one’s own force. Who is enrolled already stays so.',
  })
  @Allow('progress.people.enrol')
  async enrolPeople(@Ctx() ctx: RequestContext, @Args('input') input: EnrolPeopleInput) {
    const personIds = (input.personIds ?? []).map((id) => idArg<PersonId>(id, 'personIds'));
    const unitIds = (input.unitIds ?? []).map((id) => idArg<UnitId>(id, 'unitIds'));
    const { courseCode, dueOn } = input;
    return this.enrolOthers.execute(ctx, { courseCode, personIds, unitIds, dueOn: dueOn ?? null });
  }

  @Mutation(() => OpenActivityResult, { description: 'Opens an activity: the place to come back to.' })
  @Allow('progress.activity.learn')
  async openActivity(@Ctx() ctx: RequestContext, @Args('input') input: OpenActivityInput) {
    return enrolmentType(await this.open.execute(ctx, place(input)));
  }

  @Mutation(() => AnswerCheckResult, { description: 'Answers a quick check. Key and reasons come back.' })
  @Allow('progress.activity.learn')
  async answerCheck(@Ctx() ctx: RequestContext, @Args('input') input: AnswerCheckInput) {
    const { blockId, choices } = input;
    return checkAnsweredType(await this.answer.execute(ctx, { ...place(input), blockId, choices }));
  }

  @Mutation(() => CompleteActivityResult, { description: 'Completes an activity, if its rule is met.' })
  @Allow('progress.activity.learn')
  async completeActivity(@Ctx() ctx: RequestContext, @Args('input') input: CompleteActivityInput) {
    return enrolmentType(await this.complete.execute(ctx, place(input)));
  }
}

function place(input: { enrolmentId: string; activityId: string }) {
  return {
    enrolmentId: idArg<EnrolmentId>(input.enrolmentId, 'enrolmentId'),
    activityId: input.activityId,
  };
}
