import { type ActivityKind, type CourseModule, type PublishedVersion } from '@app/catalogue';
import { type Enrolment, isCompleted, moduleProgress } from '@app/progress';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CourseType, courseType } from '../catalogue/course.type.js';
import { ActivityKindEnum } from '../catalogue/module.type.js';
import { WordsType, wordsOf } from '../edge/words.type.js';
import { EnrolmentType, enrolmentType } from './enrolment.type.js';

@ObjectType('MyActivity', { description: 'An activity, and what the person has done in it.' })
export class MyActivityType {
  @Field(() => ID, { description: 'Its id, stable from version to version.' })
  id!: string;

  @Field(() => ActivityKindEnum, { description: 'What there is to do.' })
  kind!: ActivityKind;

  @Field(() => WordsType, { description: 'Its title.' })
  title!: WordsType;

  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  minutes!: number;

  @Field({ description: 'Whether the person has completed it.' })
  completed!: boolean;

  @Field(() => [ID], { description: 'Its blocks whose checks the person has answered.' })
  answeredChecks!: string[];
}

@ObjectType('MyModule', { description: 'A module, and how far the person is in it.' })
export class MyModuleType {
  @Field(() => ID, { description: 'Its id, stable from version to version.' })
  id!: string;

  @Field(() => WordsType, { description: 'Its title.' })
  title!: WordsType;

  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  minutes!: number;

  @Field(() => Int, { description: 'How many of its activities are complete.' })
  done!: number;

  @Field(() => Int, { description: 'How many activities it has that count towards completion.' })
  total!: number;

  @Field(() => [MyActivityType], { description: 'Its activities, in order.' })
  activities!: MyActivityType[];
}

@ObjectType('MyCourse', { description: 'A person’s own course page in one request.' })
export class MyCourseType {
  @Field(() => CourseType, { description: 'The course, in the version that the person is on.' })
  course!: CourseType;

  @Field(() => EnrolmentType, {
    nullable: true,
    description: 'The person’s enrolment; null when not enrolled.',
  })
  enrolment!: EnrolmentType | null;

  @Field(() => [MyModuleType], { description: 'Its modules, with the person’s progress.' })
  modules!: MyModuleType[];
}

/** A person's enrolment and the version it pins. */
export interface OwnCourse {
  readonly version: PublishedVersion;
  readonly enrolment: Enrolment | null;
}

/**
 * What the fields of `MyCourse` resolve from. Its own are promises made when asked for, so that what other domains add (sittings, attempts, award) is
 * read beside the enrolment and not after it.
 */
export interface MyCourseSource {
  readonly code: string;
  readonly own: Promise<OwnCourse>;
  readonly course: Promise<CourseType>;
  readonly enrolment: Promise<EnrolmentType | null>;
  readonly modules: Promise<MyModuleType[]>;
}

/** The course page of a person while its enrolment is being read. */
export function myCourseSource(code: string, own: Promise<OwnCourse>): MyCourseSource {
  // Whichever field is asked for reports a failure; asking for none of them is no failure.
  own.catch(() => undefined);
  return {
    code,
    own,
    get course() {
      return own.then(({ version }) => courseType(version));
    },
    get enrolment() {
      return own.then(({ enrolment }) => (enrolment === null ? null : enrolmentType(enrolment)));
    },
    get modules() {
      return own.then(myModules);
    },
  };
}

function myModules({ version, enrolment }: OwnCourse): MyModuleType[] {
  const progress = moduleProgress(enrolment, version);
  return version.modules.map((module, index) => {
    const { done = 0, total = 0 } = progress[index] ?? {};
    return { ...myModuleType(module, enrolment), done, total };
  });
}

function myModuleType({ id, title, minutes, activities }: CourseModule, enrolment: Enrolment | null) {
  return {
    ...{ id, minutes },
    title: wordsOf(title),
    activities: activities.map((activity) => ({
      ...{ id: activity.id, kind: activity.kind, minutes: activity.minutes },
      title: wordsOf(activity.title),
      completed: enrolment !== null && isCompleted(enrolment, activity.id),
      answeredChecks: answeredIn(enrolment, activity.id),
    })),
  };
}

function answeredIn(enrolment: Enrolment | null, activityId: string): string[] {
  const checks = enrolment?.checks ?? [];
  return checks.flatMap((check) => (check.activityId === activityId ? [check.blockId] : []));
}
