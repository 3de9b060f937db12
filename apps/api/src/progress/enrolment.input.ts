import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { PageArgs } from '../edge/paging.js';
import { DateScalar } from '../edge/scalars.js';

@InputType({ description: 'Enrols oneself.' })
export class EnrolInput {
  @Field(() => ID, { description: 'Code of the course.' })
  courseCode!: string;
}

@InputType({ description: 'Enrols people of one’s own force.' })
export class EnrolPeopleInput {
  @Field(() => ID, { description: 'Code of the course.' })
  courseCode!: string;

  @Field(() => [ID], { nullable: true, description: 'People by id.' })
  personIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Units: whoever is posted today to them or below.' })
  unitIds?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day in time, included: today or later.' })
  dueOn?: CalendarDate | null;
}

@InputType({ description: 'Opens an activity of one’s own enrolment.' })
export class OpenActivityInput {
  @Field(() => ID, { description: 'One’s own enrolment.' })
  enrolmentId!: string;

  @Field(() => ID, { description: 'An activity of its version.' })
  activityId!: string;
}

@InputType({ description: 'Answers a quick check.' })
export class AnswerCheckInput {
  @Field(() => ID, { description: 'One’s own enrolment.' })
  enrolmentId!: string;

  @Field(() => ID, { description: 'An activity of its version.' })
  activityId!: string;

  @Field(() => ID, { description: 'The block that holds the check.' })
  blockId!: string;

  @Field(() => [ID], { description: 'The options chosen: one, or several where the check is `multiple`.' })
  choices!: string[];
}

@InputType({ description: 'Completes an activity of one’s own enrolment, if its rule is met.' })
export class CompleteActivityInput {
  @Field(() => ID, { description: 'One’s own enrolment.' })
  enrolmentId!: string;

  @Field(() => ID, { description: 'An activity of its version.' })
  activityId!: string;
}

@ArgsType()
export class EnrolmentsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only this course.' })
  courseCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only people posted today to this unit or below.' })
  unitId?: string | null;
}
