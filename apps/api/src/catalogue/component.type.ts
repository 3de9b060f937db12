import { type AssessmentComponent, COMPONENT_KINDS } from '@app/catalogue';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { readWords } from '../assessment/item/read-content.js';
import { WordsInput } from '../edge/words.input.js';
import { WordsType, wordsOf } from '../edge/words.type.js';

const nameOf = (kind: string) => kind.toUpperCase().replaceAll('-', '_');

export const ComponentKindEnum: Readonly<Record<string, string>> = Object.fromEntries(
  COMPONENT_KINDS.map((kind) => [nameOf(kind), kind]),
);
registerEnumType(ComponentKindEnum, {
  name: 'ComponentKind',
  description: 'What sort of thing is assessed.',
  valuesMap: {
    PAPER: { description: 'A paper of items, sat in a sitting.' },
    OBSERVED_PRACTICAL: { description: 'Work that an assessor observes with a checklist.' },
    ROLE_PLAY: { description: 'A scene with parts, which an assessor observes with a checklist.' },
    PRACTICAL_EXERCISE: { description: 'An exercise, done with material or events that are given.' },
    WRITTEN_WORK: { description: 'Something written or filed, marked by rubric.' },
    REFLECTIVE_NOTE: { description: 'What the person makes of their own practice, in writing.' },
    GROUP_CASE: { description: 'A case worked in a group, with shared and own marks.' },
    PROJECT: { description: 'A project in parts.' },
    CONVERSATION: { description: 'A conversation, of which only is recorded that it was held.' },
  },
});

@ObjectType('CourseComponent', {
  description: 'One part of a course’s assessment; the award waits for all of them.',
})
export class CourseComponentType {
  @Field(() => ID, { description: 'Its key within the course, such as `paper`.' })
  key!: string;

  @Field(() => ComponentKindEnum, { description: 'What sort of thing is assessed.' })
  kind!: string;

  @Field(() => WordsType, { description: 'Its title.' })
  title!: WordsType;

  @Field(() => Int, {
    nullable: true,
    description:
      'Its share of the common mark, 1–100 per cent; null for a hurdle, which must be passed by itself.',
  })
  weight!: number | null;

  @Field({ description: 'Whether there is a mark. False: done or not done.' })
  graded!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many calendar months a result counts, 1–120; null: as long as the cycle lasts.',
  })
  validityMonths!: number | null;
}

@InputType({ description: 'One part of a course’s assessment.' })
export class CourseComponentInput {
  @Field(() => ID, { description: 'Its key within the course: small letters, digits and hyphens.' })
  key!: string;

  @Field(() => ComponentKindEnum, { description: 'What sort of thing is assessed.' })
  kind!: string;

  @Field(() => WordsInput, { description: 'Its title.' })
  title!: WordsInput;

  @Field(() => Int, {
    nullable: true,
    description:
      'Its share of the common mark, 1–100 per cent; all shares add up to 100. Left out: a hurdle.',
  })
  weight?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there is a mark. True when left out.' })
  graded?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many calendar months a result counts, 1–120. Left out: as long as the cycle lasts.',
  })
  validityMonths?: number | null;
}

@InputType({ description: 'Says what a course’s assessment consists of, in its draft.' })
export class SetCourseComponentsInput {
  @Field(() => ID, { description: 'Code of the course.' })
  courseCode!: string;

  @Field(() => [CourseComponentInput], {
    description: 'All of them, in order. None: completing the course is all that its award asks for.',
  })
  components!: CourseComponentInput[];

  @Field(() => Int, { description: 'The revision of the draft that you have before you.' })
  revision!: number;
}

/** A component for the API. */
export function courseComponentType(component: AssessmentComponent): CourseComponentType {
  const { key, kind, title, weight, graded, validityMonths } = component;
  return { key, kind, title: wordsOf(title), weight, graded, validityMonths: validityMonths ?? null };
}

/** Reads a component as its author gives it. */
export function readComponent(input: CourseComponentInput): AssessmentComponent {
  const { key, kind, title, graded } = input;
  const weight = input.weight ?? null;
  return {
    ...{ key, kind, title: readWords(title), hurdle: weight === null, weight, graded: graded ?? true },
    validityMonths: input.validityMonths ?? null,
  };
}
