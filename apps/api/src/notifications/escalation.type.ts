import type { Step } from '@app/notifications';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { DateScalar, DateTimeScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';

@ObjectType('Escalation', { description: 'A matter that is overdue, still open, and was told up the line.' })
export class EscalationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'Whose matter it is.' })
  personId!: string;

  @Field({ description: 'What it is about: the code of the course or certification.' })
  courseCode!: string;

  @Field(() => WordsType, { description: 'Its title.' })
  title!: WordsType;

  @Field(() => DateScalar, { description: 'The last day in time.' })
  dueOn!: CalendarDate;

  @Field(() => Int, { description: '1: the line manager; 2: the manager’s manager.' })
  level!: number;

  @Field(() => DateTimeScalar, { description: 'When it went up: the time at which that was due.' })
  at!: Date;

  @Field(() => [ID], { description: 'Who was told; empty where no line is held, so that somebody must ask.' })
  recipientIds!: readonly string[];
}

export const EscalationConnection = connectionOf(EscalationType);

/** A step that went up the line, as the API shows it. */
export function escalationType(step: Step): EscalationType {
  const { id, thing, courseCode, dueOn, level, dueAt: at, recipients: recipientIds } = step;
  return {
    id,
    personId: thing.personId,
    courseCode,
    title: wordsOf(step.title),
    dueOn,
    level,
    at,
    recipientIds,
  };
}
