import type { PersonId } from '@app/platform/context/request-context.js';
import type { Work } from '@app/practicals';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { DateTimeScalar } from '../../edge/scalars.js';
import { WorkOutcomeType, WorkStateEnum } from './work.type.js';

@ObjectType('WorkRecord', {
  description: 'That somebody’s work is there and what it came to. It shows nothing of what was written.',
})
export class WorkRecordType {
  @Field(() => ID, { description: 'Names the work.' })
  id!: string;

  /** Not shown: the field `person` reads it. */
  personId!: PersonId;

  @Field(() => ID, { description: 'The course: `PRO-310`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => Int, { description: '1, 2, 3… within the enrolment and component.' })
  number!: number;

  @Field(() => WorkStateEnum, { description: 'Where it stands.' })
  state!: Work['state'];

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed in; null before that.' })
  submittedAt!: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was handed in after its last day, adjustments included; null before that.',
  })
  late!: boolean | null;

  @Field(() => WorkOutcomeType, { nullable: true, description: 'What it came to; null until released.' })
  outcome!: WorkOutcomeType | null;

  static of(work: Work): WorkRecordType {
    const { id, personId, courseCode, componentKey, number, state, startedAt, submittedAt, late } = work;
    return Object.assign(new WorkRecordType(), {
      ...{ id, personId, courseCode, componentKey, number, state, startedAt, submittedAt, late },
      outcome: WorkOutcomeType.of(work.outcome),
    });
  }
}

export const WorkRecordConnection = connectionOf(WorkRecordType);
