import type { Work, WorkOutcome } from '@app/practicals';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { DateScalar, DateTimeScalar } from '../../edge/scalars.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';

export const WorkStateEnum = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  MARKED: 'MARKED',
  RELEASED: 'RELEASED',
  WITHDRAWN: 'WITHDRAWN',
  VOIDED: 'VOIDED',
} as const;
registerEnumType(WorkStateEnum, {
  name: 'WorkState',
  description: 'Where a work stands.',
  valuesMap: {
    DRAFT: { description: 'It is being written.' },
    SUBMITTED: { description: 'Handed in; it waits for its marks.' },
    MARKED: { description: 'For the moment in which its marks become an outcome.' },
    RELEASED: { description: 'Its author may know the outcome.' },
    WITHDRAWN: { description: 'Taken back by its author before there was a mark.' },
    VOIDED: { description: 'It does not count.' },
  },
});

@ObjectType('WorkOutcome', { description: 'What a work came to.' })
export class WorkOutcomeType {
  @Field(() => Float, { nullable: true, description: '0–100, two decimals; null where nothing is graded.' })
  percent!: number | null;

  @Field({ description: 'Whether the component is passed by it.' })
  passed!: boolean;

  static of(outcome: WorkOutcome | null): WorkOutcomeType | null {
    return outcome === null ? null : Object.assign(new WorkOutcomeType(), outcome);
  }
}

@ObjectType('WorkPart', { description: 'What is asked in one task of a work, and what is written for it.' })
export class WorkPartType {
  @Field(() => ID, { description: 'The task: what saves name it by.' })
  key!: string;

  @Field(() => WordsType, { description: 'What to do.' })
  prompt!: WordsType;

  @Field({ description: 'Whether it is marked; false: handing in is done.' })
  isGraded!: boolean;

  @Field(() => String, { nullable: true, description: 'What was saved last; null for nothing.' })
  text!: string | null;

  /** Not shown: the field `files` makes addresses of them. */
  fileIds!: readonly string[];

  static all({ terms, parts }: Work): WorkPartType[] {
    return terms.tasks.map(({ key, prompt, rubric }) => {
      const part = parts.find((each) => each.key === key);
      const { text = null, fileIds = [] } = part ?? {};
      const asked = { key, prompt: wordsOf(prompt), isGraded: rubric.length > 0 };
      return Object.assign(new WorkPartType(), { ...asked, text, fileIds });
    });
  }
}

@ObjectType('Work', { description: 'One’s own go at a component that is written or filed.' })
export class WorkType {
  @Field(() => ID, { description: 'Names the work.' })
  id!: string;

  @Field(() => ID, { description: 'The course: `PRO-310`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => Int, { description: '1, 2, 3… within the enrolment and component.' })
  number!: number;

  @Field(() => WorkStateEnum, { description: 'Where it stands.' })
  state!: Work['state'];

  @Field({ description: 'The key of the window that may write: saves carry it.' })
  writer!: string;

  @Field(() => Int, { description: 'The count of the last save; 0 before the first.' })
  sequence!: number;

  @Field(() => [WorkPartType], { description: 'Task by task, in the order of its brief.' })
  parts!: WorkPartType[];

  @Field(() => Int, { description: 'What is needed to pass, 0–100.' })
  passPercent!: number;

  @Field(() => Int, { description: 'How often it may be handed in, adjustments included.' })
  maxAttempts!: number;

  @Field(() => DateScalar, { nullable: true, description: 'The last day in time, included; null for none.' })
  dueOn!: Work['terms']['dueOn'];

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last saved; null before that.' })
  savedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed in; null before that.' })
  submittedAt!: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was handed in after its last day, adjustments included; null before that.',
  })
  late!: boolean | null;

  @Field(() => WorkOutcomeType, { nullable: true, description: 'What it came to; null until released.' })
  outcome!: WorkOutcomeType | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the outcome was released.' })
  releasedAt!: Date | null;

  /** Not shown: the field `brief` reads it. */
  briefId!: string;

  static of(work: Work): WorkType {
    const { id, courseCode, componentKey, number, state, writer, sequence, terms } = work;
    const { startedAt, savedAt, submittedAt, late, releasedAt } = work;
    const { briefId, passPercent, maxAttempts, dueOn } = terms;
    return Object.assign(new WorkType(), {
      ...{ id, courseCode, componentKey, number, state, writer, sequence },
      ...{ startedAt, savedAt, submittedAt, late, releasedAt },
      ...{ briefId, passPercent, maxAttempts, dueOn },
      ...{ parts: WorkPartType.all(work), outcome: WorkOutcomeType.of(work.outcome) },
    });
  }
}

export const WorkConnection = connectionOf(WorkType);

@ObjectType('WorkSaved', { description: 'An acknowledged save: it is on disk.' })
export class WorkSavedType {
  @Field(() => Int, { description: 'The count of the save.' })
  sequence!: number;

  @Field(() => DateTimeScalar, { description: 'When it was saved.' })
  savedAt!: Date;
}
