import { type AnsweredCheck, type Enrolment, type EnrolmentOrigin, type EnrolmentState } from '@app/progress';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { DateScalar, DateTimeScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';

export const EnrolmentOriginEnum = { SELF: 'self', LEAD: 'lead', RULE: 'rule' } as const;
registerEnumType(EnrolmentOriginEnum, {
  name: 'EnrolmentOrigin',
  description: 'Who wanted an enrolment.',
  valuesMap: {
    SELF: { description: 'The person.' },
    LEAD: { description: 'A training lead of the force.' },
    RULE: { description: 'An assignment rule.' },
  },
});

export const EnrolmentStateEnum = {
  NOT_STARTED: 'not_started',
  IN_PROGRESS: 'in_progress',
  COMPLETED: 'completed',
} as const;
registerEnumType(EnrolmentStateEnum, {
  name: 'EnrolmentState',
  description: 'How far an enrolment is.',
  valuesMap: {
    NOT_STARTED: { description: 'Nothing has been opened.' },
    IN_PROGRESS: { description: 'Something has been opened.' },
    COMPLETED: { description: 'All activities are complete. It stays so.' },
  },
});

@ObjectType('Enrolment', { description: 'One person on one version of one course, in one cycle.' })
export class EnrolmentType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field({ description: 'Code of the course.' })
  courseCode!: string;

  @Field(() => WordsType, { description: 'The course’s title as it stood in this version.' })
  courseTitle!: WordsType;

  @Field(() => ID, { description: 'The version that it is pinned to.' })
  versionId!: string;

  @Field(() => Int, { description: 'The number of that version.' })
  versionNumber!: number;

  @Field(() => EnrolmentOriginEnum, { description: 'Who wanted it.' })
  origin!: EnrolmentOrigin;

  @Field(() => Int, { description: '1 for the first time, one more for each renewal.' })
  cycle!: number;

  @Field(() => DateScalar, { nullable: true, description: 'The last day in time, included; null for none.' })
  dueOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day on which this version may be finished, when a newer one replaces it; else null.',
  })
  finishBy!: string | null;

  @Field(() => EnrolmentStateEnum, { description: 'How far it is.' })
  state!: EnrolmentState;

  @Field(() => Int, { description: 'Share of the activities completed, 0–100, rounded down.' })
  percent!: number;

  @Field(() => ID, { nullable: true, description: 'The activity to go on with; null before the first.' })
  resumeAt!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the person was enrolled.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last activity was completed.' })
  completedAt!: Date | null;
}

export const EnrolmentConnection = connectionOf(EnrolmentType);

@ObjectType('EnrolledPeople', { description: 'What enrolling a group came to.' })
export class EnrolledPeopleType {
  @Field(() => Int, { description: 'How many were enrolled now.' })
  enrolled!: number;

  @Field(() => Int, { description: 'How many were on the course before; they stay as they are.' })
  alreadyEnrolled!: number;
}

@ObjectType('OptionReason', { description: 'Why one option is right or wrong.' })
export class OptionReasonType {
  @Field(() => ID, { description: 'The option.' })
  optionId!: string;

  @Field(() => WordsType, { description: 'The reason.' })
  why!: WordsType;
}

@ObjectType('CheckAnswered', { description: 'What comes back for an answer to a quick check.' })
export class CheckAnsweredType {
  @Field({ description: 'Whether the choices were all and only the right ones.' })
  correct!: boolean;

  @Field(() => [ID], { description: 'The right options.' })
  key!: string[];

  @Field(() => [OptionReasonType], { description: 'The reason for each option.' })
  reasons!: OptionReasonType[];

  @Field(() => WordsType, { nullable: true, description: 'What else there is to say.' })
  explanation!: WordsType | null;

  @Field({ description: 'Whether the activity is complete now.' })
  activityCompleted!: boolean;
}

/** An enrolment for the API. */
export function enrolmentType(enrolment: Enrolment): EnrolmentType {
  const { id, personId, courseCode, versionId, versionNumber, origin, cycle, dueOn, finishBy } = enrolment;
  const { state, percent, resumeAt, startedAt, completedAt } = enrolment;
  return {
    ...{ id, personId, courseCode, versionId, versionNumber, origin, cycle, dueOn, finishBy },
    ...{ state, percent, resumeAt, startedAt, completedAt },
    courseTitle: wordsOf(enrolment.courseTitle),
  };
}

/** An answer's outcome for the API: key and reasons, now that there is an answer. */
export function checkAnsweredType({ correct, check, activityCompleted }: AnsweredCheck): CheckAnsweredType {
  return {
    ...{ correct, activityCompleted },
    key: [...check.key],
    reasons: check.options.map(({ id, why }) => ({ optionId: id, why: wordsOf(why) })),
    explanation: check.explanation === null ? null : wordsOf(check.explanation),
  };
}
