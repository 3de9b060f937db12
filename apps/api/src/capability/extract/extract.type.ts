import type { Extract, ExtractStanding, ExtractVerified } from '@app/capability';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import { DateScalar, DateTimeScalar } from '../../edge/scalars.js';

@ObjectType('Extract', {
  description:
    'A signed extract: whether a person was in date in a skill at a level on a day, and what it rests on.',
})
export class ExtractType {
  /** Not a field: the addresses are made from it. */
  source!: Extract;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field({ description: 'Its number, as printed.' })
  serial!: string;

  @Field(() => ID, { description: 'Whom it is about.' })
  personId!: string;

  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level that was asked about, 1–4.' })
  level!: number;

  @Field(() => DateScalar, { description: 'The London day that was asked about.' })
  asAt!: string;

  @Field(() => DateTimeScalar, { description: 'By what was known at this instant.' })
  knownAt!: Date;

  @Field(() => Int, { description: 'The level held on that day, 0–4.' })
  held!: number;

  @Field({ description: 'Whether the person was in date at the level asked about.' })
  inDate!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  madeAt!: Date;

  @Field(() => ID, { description: 'Who made it.' })
  madeBy!: string;
}

export const ExtractConnection = connectionOf(ExtractType);

@InputType({ description: 'What an extract is to prove.' })
export class MakeExtractInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level, 1–4.' })
  level!: number;

  @Field(() => DateScalar, { description: 'The London day: today or earlier.' })
  asAt!: CalendarDate;

  @Field(() => DateTimeScalar, { nullable: true, description: 'As known at this instant; now when absent.' })
  knownAt?: Date | null;

  @Field({ description: 'What it is for: 1 to 500 characters, kept with the record of who made it.' })
  reason!: string;
}

export const MakeExtractResult = resultOf('MakeExtract', ExtractType);

const STANDINGS = { VALID: 'VALID', CHANGED_SINCE: 'CHANGED_SINCE', UNKNOWN: 'UNKNOWN' } as const;
registerEnumType(STANDINGS, {
  name: 'ExtractStanding',
  description: 'Whether what an extract said of its day still stands.',
  valuesMap: {
    VALID: { description: 'It stands, by what is known now.' },
    CHANGED_SINCE: { description: 'It was made here; by what is known now it would say something else.' },
    UNKNOWN: { description: 'No document was made here with that number and code.' },
  },
});

@ArgsType()
export class VerifyExtractArgs {
  @Field({ description: 'The number on the document.' })
  serial!: string;

  @Field({ description: 'The code on the document.' })
  code!: string;
}

@ObjectType('ExtractVerification', { description: 'What the holder of an extract is told of it.' })
export class ExtractVerificationType {
  @Field(() => STANDINGS, { description: 'Whether it still stands.' })
  standing!: ExtractStanding;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made; null when it is unknown.' })
  madeAt!: Date | null;
}

/** The extract as the API shows it. */
export function extractType(source: Extract): ExtractType {
  const { id, serial, personId, skillId, level, asAt, knownAt, held, inDate, madeAt, madeBy } = source;
  return { source, id, serial, personId, skillId, level, asAt, knownAt, held, inDate, madeAt, madeBy };
}

/** The verification as the API shows it. */
export function verificationType({ standing, madeAt }: ExtractVerified): ExtractVerificationType {
  return { standing, madeAt };
}
