import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { Language } from '@app/platform/context/request-context.js';
import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { LanguageEnum } from '../edge/language.enum.js';
import { DateScalar } from '../edge/scalars.js';

export const CourseChangeEnum = { MINOR: 'minor', MAJOR: 'major', LEGAL: 'legal' } as const;
registerEnumType(CourseChangeEnum, {
  name: 'CourseChange',
  description: 'What a publication does to those who are learning.',
  valuesMap: {
    MINOR: { description: 'They move to the new version and keep their progress.' },
    MAJOR: { description: 'They may finish the version they are on until the cut-off.' },
    LEGAL: { description: 'They move now, and do again only what changed.' },
  },
});

@InputType({ description: 'A correction of one block of a draft.' })
export class CorrectLessonInput {
  @Field(() => ID, { description: 'Code of the course.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The activity that holds the block.' })
  activityId!: string;

  @Field(() => ID, { description: 'The block: a text, an example or a callout.' })
  blockId!: string;

  @Field({
    description: 'What it should say, in CommonMark; at most 20,000 characters. HTML is shown as text.',
  })
  markdown!: string;

  @Field(() => LanguageEnum, { description: 'Which of its two texts.' })
  language!: Language;

  @Field(() => Int, { description: 'The revision of the draft that you have before you.' })
  revision!: number;
}

@InputType({ description: 'Hands a draft to the reviewers.' })
export class SendDraftForReviewInput {
  @Field(() => ID, { description: 'Code of the course.' })
  courseCode!: string;

  @Field(() => Int, { description: 'The revision of the draft that you have before you.' })
  revision!: number;
}

@InputType({ description: 'Approves a draft in review.' })
export class ApproveDraftInput {
  @Field(() => ID, { description: 'Code of the course.' })
  courseCode!: string;

  @Field(() => Int, { description: 'The revision of the draft that you read.' })
  revision!: number;
}

@InputType({ description: 'Publishes an approved draft.' })
export class PublishCourseInput {
  @Field(() => ID, { description: 'Code of the course.' })
  courseCode!: string;

  @Field(() => CourseChangeEnum, { description: 'What it does to those who are learning.' })
  change!: 'minor' | 'major' | 'legal';

  @Field({ description: 'What changed: learners and forces read it.' })
  note!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Of a major change only: the last day on which the version before may be finished, included.',
  })
  cutOff?: CalendarDate | null;

  @Field(() => Int, { description: 'The revision of the approved draft.' })
  revision!: number;
}
