import type { ActivityKind, CourseModule } from '@app/catalogue';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { WordsType, wordsOf } from '../edge/words.type.js';

export const ActivityKindEnum = {
  LESSON: 'lesson',
  PRACTICE_QUIZ: 'practice_quiz',
  PRACTICAL: 'practical',
  ASSESSMENT: 'assessment',
} as const;
registerEnumType(ActivityKindEnum, {
  name: 'ActivityKind',
  description: 'What there is to do in an activity.',
  valuesMap: {
    LESSON: { description: 'Read, with examples and quick checks.' },
    PRACTICE_QUIZ: { description: 'Questions for practice: never part of a paper.' },
    PRACTICAL: { description: 'A practical exercise.' },
    ASSESSMENT: { description: 'Completed by its result, never by a click.' },
  },
});

@ObjectType('ActivityOutline', { description: 'An activity as a list shows it.' })
export class ActivityOutlineType {
  @Field(() => ID, { description: 'Its id, stable from version to version.' })
  id!: string;

  @Field(() => ActivityKindEnum, { description: 'What there is to do.' })
  kind!: ActivityKind;

  @Field(() => WordsType, { description: 'Its title.' })
  title!: WordsType;

  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  minutes!: number;
}

@ObjectType('Module', { description: 'A part of a course.' })
export class ModuleType {
  @Field(() => ID, { description: 'Its id, stable from version to version.' })
  id!: string;

  @Field(() => WordsType, { description: 'Its title.' })
  title!: WordsType;

  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  minutes!: number;

  @Field(() => [WordsType], { description: 'What a person can do after it.' })
  outcomes!: WordsType[];

  @Field(() => [ActivityOutlineType], { description: 'Its activities, in order; none in an outline.' })
  activities!: ActivityOutlineType[];
}

/** A module for the API. */
export function moduleType({ id, title, minutes, outcomes, activities }: CourseModule): ModuleType {
  return {
    ...{ id, minutes },
    title: wordsOf(title),
    outcomes: outcomes.map(wordsOf),
    activities: activities.map((activity) => ({
      id: activity.id,
      kind: activity.kind,
      title: wordsOf(activity.title),
      minutes: activity.minutes,
    })),
  };
}
