import type { CriterionPoints, DeskCount, RubricLine, TaskOnDesk } from '@app/assessment';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { DateTimeScalar } from '../../edge/scalars.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';

export const MarkingTaskStateEnum = {
  ALLOCATED: 'ALLOCATED',
  OPENED: 'OPENED',
  MARKED: 'MARKED',
  ENDED: 'ENDED',
} as const;
registerEnumType(MarkingTaskStateEnum, {
  name: 'MarkingTaskState',
  description: 'Where a response on a marker’s desk stands.',
  valuesMap: {
    ALLOCATED: { description: 'Not looked at yet; it may still go to somebody else.' },
    OPENED: { description: 'Looked at, not marked.' },
    MARKED: { description: 'Marked; the mark is provisional until released.' },
    ENDED: { description: 'No longer this marker’s.' },
  },
});

@ObjectType('MarkCriterion', { description: 'What a marker looks for, and what it is worth.' })
export class MarkCriterionType {
  @Field(() => Int, { description: 'Its place in the rubric, from 1: what marks name it by.' })
  criterion!: number;

  @Field(() => WordsType, { description: 'What is looked for.' })
  text!: WordsType;

  @Field(() => Float, { description: 'The most points; marks go from 0 in halves.' })
  points!: number;

  static all(rubric: readonly RubricLine[]): MarkCriterionType[] {
    return rubric.map(({ criterion, points }, place) =>
      Object.assign(new MarkCriterionType(), { criterion: place + 1, text: wordsOf(criterion), points }),
    );
  }
}

@ObjectType('CriterionPoints', { description: 'The points that one criterion got.' })
export class CriterionPointsType {
  @Field(() => Int, { description: 'Its place in the rubric, from 1.' })
  criterion!: number;

  @Field(() => Float, { description: 'In halves; in quarters where it is the mean of two marks.' })
  points!: number;

  static all(criteria: readonly CriterionPoints[]): CriterionPointsType[] {
    return criteria.map((each) => Object.assign(new CriterionPointsType(), each));
  }
}

@ObjectType('ResponseFile', { description: 'A file that a candidate handed in.' })
export class ResponseFileType {
  @Field(() => ID, { description: 'The file.' })
  id!: string;

  @Field({ description: 'Where it can be fetched for the next five minutes, by this session only.' })
  address!: string;
}

@ObjectType('OwnMark', { description: 'One’s own provisional mark.' })
export class OwnMarkType {
  @Field(() => ID, { description: 'What withdrawMark wants.' })
  id!: string;

  @Field(() => [CriterionPointsType], { description: 'Criterion by criterion, in the rubric’s order.' })
  criteria!: CriterionPointsType[];

  @Field(() => Float, { description: 'Their sum.' })
  total!: number;

  @Field(() => String, { nullable: true, description: 'What the marker wrote; null for nothing.' })
  comment!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  givenAt!: Date;
}

@ObjectType('MarkingTask', {
  description:
    'One response on one’s own desk. It names no person and no force, and tells nothing of other markers.',
})
export class MarkingTaskType {
  @Field(() => ID, { description: 'Names the task; it says nothing about the candidate.' })
  id!: string;

  @Field({ description: 'Eight letters and digits in place of a name.' })
  candidateCode!: string;

  @Field({ description: 'The course: `OLH-101`.' })
  courseCode!: string;

  @Field({ description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => MarkingTaskStateEnum, { description: 'Where it stands.' })
  state!: TaskOnDesk['state'];

  @Field({ description: 'Whether it was skipped: it comes again after all others.' })
  isPutOff!: boolean;

  @Field(() => WordsType, { description: 'The question or task, as the candidate had it.' })
  prompt!: WordsType;

  @Field(() => [MarkCriterionType], { description: 'What to mark by.' })
  rubric!: MarkCriterionType[];

  @Field(() => String, {
    nullable: true,
    description: 'What the candidate wrote; null for files only, and once the task has ended.',
  })
  text!: string | null;

  @Field(() => OwnMarkType, { nullable: true, description: 'One’s own mark; null until given.' })
  mark!: OwnMarkType | null;

  /** Not shown: the field `files` makes addresses of them. */
  fileIds!: readonly string[];

  static of(task: TaskOnDesk): MarkingTaskType {
    const { mark, prompt, rubric, ...rest } = task;
    return Object.assign(new MarkingTaskType(), {
      ...rest,
      prompt: wordsOf(prompt),
      rubric: MarkCriterionType.all(rubric),
      mark: mark === null ? null : Object.assign(new OwnMarkType(), mark),
    });
  }
}

export const MarkingTaskConnection = connectionOf(MarkingTaskType);

@ObjectType('MarkingDesk', { description: 'How much lies on one’s own desk.' })
export class MarkingDeskType {
  @Field(() => Int, { description: 'Responses to mark, those put off included.' })
  toMark!: number;

  @Field(() => Int, { description: 'Of them, those that were skipped.' })
  putOff!: number;

  @Field(() => Int, { description: 'Responses marked.' })
  marked!: number;

  @Field(() => MarkingTaskType, {
    nullable: true,
    description: 'The response that was taken; null when nothing is left, or nothing was taken.',
  })
  task!: MarkingTaskType | null;

  static of(count: DeskCount, task: TaskOnDesk | null): MarkingDeskType {
    return Object.assign(new MarkingDeskType(), {
      ...count,
      task: task === null ? null : MarkingTaskType.of(task),
    });
  }
}
