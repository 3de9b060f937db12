import type { Absence, Posting } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Field, Float, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../edge/scalars.js';

@ObjectType('Posting', {
  description: 'A person in a unit, with a rank and a role, from a day, perhaps to a day.',
})
export class PostingType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'Who is posted.' })
  personId!: string;

  /** For the field `unit`. */
  unitId!: string;

  @Field({ description: 'The rank or grade, by its id: `pc`.' })
  rankId!: string;

  @Field({ description: 'The role, by its id: `response-officer`. It decides which role profile applies.' })
  roleId!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  from!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, which still counts; null without end.',
  })
  to!: CalendarDate | null;

  @Field(() => String, { nullable: true, description: 'The shift pattern as the force writes it.' })
  shiftPattern!: string | null;

  @Field(() => Float, { nullable: true, description: 'Hours a week, above 0 and at most 60.' })
  contractedHours!: number | null;

  @Field(() => ID, { nullable: true, description: 'The line manager now.' })
  lineManagerId!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is expected to end, without ending it.' })
  expectedEnd!: CalendarDate | null;
}

@ObjectType('Absence', { description: 'Days on which a person is away. The reason is not kept.' })
export class AbsenceType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'Who is away.' })
  personId!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  from!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, which still counts; null while it is open.',
  })
  to!: CalendarDate | null;

  @Field({ description: 'Whether the clock of due dates and renewals stops.' })
  clockStopped!: boolean;
}

@InputType({ description: 'Who is posted where, as what, from when.' })
export class PostPersonInput {
  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field(() => ID, { description: 'Where.' })
  unitId!: string;

  @Field({ description: 'The rank or grade, by its id: `pc`.' })
  rankId!: string;

  @Field({ description: 'The role, by its id: `response-officer`.' })
  roleId!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  from!: CalendarDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; without end when absent.' })
  to?: CalendarDate | null;

  @Field(() => String, { nullable: true, description: 'The shift pattern as the force writes it.' })
  shiftPattern?: string | null;

  @Field(() => Float, { nullable: true, description: 'Hours a week, above 0 and at most 60.' })
  contractedHours?: number | null;

  @Field(() => ID, { nullable: true, description: 'Another person of the force.' })
  lineManagerId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is expected to end, without ending it.' })
  expectedEnd?: CalendarDate | null;
}

@InputType({ description: 'A posting’s last day.' })
export class EndPostingInput {
  @Field(() => ID, { description: 'Which posting.' })
  postingId!: string;

  @Field(() => DateScalar, { description: 'The last day, which still counts.' })
  to!: CalendarDate;
}

@InputType({ description: 'Who is away when. The same first day again amends what was recorded.' })
export class RecordAbsenceInput {
  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  from!: CalendarDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; open when absent.' })
  to?: CalendarDate | null;

  @Field({ description: 'Whether the clock of due dates and renewals stops.' })
  clockStopped!: boolean;
}

/** A posting as the API shows it. */
export function postingTypeOf(posting: Posting): PostingType {
  const { id, personId, unitId, rankId, roleId, from, to } = posting;
  const { shiftPattern, contractedHours, lineManagerId, expectedEnd } = posting;
  return {
    ...{ id, personId, unitId, rankId, roleId, from, to },
    ...{ shiftPattern, contractedHours, lineManagerId, expectedEnd },
  };
}

/** An absence as the API shows it. */
export function absenceTypeOf(absence: Absence): AbsenceType {
  const { id, personId, from, to, clockStopped } = absence;
  return { id, personId, from, to, clockStopped };
}
