import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { resultOf } from '../edge/refused.js';
import { DateScalar } from '../edge/scalars.js';

@ObjectType('ShiftPattern', { description: 'A pattern of shifts that a force keeps.' })
export class ShiftPatternType {
  @Field({ description: 'Its name, as postings write it: that is who belongs to it.' })
  name!: string;

  @Field({ description: 'When it begins by London’s clocks, `HH:MM`.' })
  startsAt!: string;

  @Field({ description: 'When it ends, `HH:MM`; past midnight when that is earlier than its beginning.' })
  endsAt!: string;
}

@InputType({ description: 'A pattern of shifts.' })
export class SaveShiftPatternInput {
  @Field({
    description: '1–100 characters, as postings write it. Refused otherwise: COVER_SHIFT_NAME_WRONG.',
  })
  name!: string;

  @Field({ description: '`HH:MM` in London. Refused otherwise: COVER_SHIFT_HOURS_WRONG.' })
  startsAt!: string;

  @Field({ description: '`HH:MM`, not the beginning. Refused otherwise: COVER_SHIFT_HOURS_WRONG.' })
  endsAt!: string;
}

@ObjectType('MinimumMet', { description: 'A unit’s minimum, and how it is met on a day and after it.' })
export class MinimumMetType {
  @Field(() => ID, { description: 'The unit; those below it are counted in.' })
  unitId!: string;

  @Field(() => ID, { description: 'Key of the role.' })
  roleId!: string;

  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level that is needed, 1–4.' })
  level!: number;

  @Field(() => String, { nullable: true, description: 'The shift pattern; null: whatever their shift.' })
  shift!: string | null;

  @Field(() => Int, { description: 'As it was at the end of the day; of days to come, as it is now.' })
  minimum!: number;

  @Field(() => Int, { description: 'People in date and authorised on the day.' })
  inDate!: number;

  @Field(() => Int, { description: 'How many are missing on the day; 0 when the minimum is met.' })
  missing!: number;

  @Field({ description: 'Whether it is met, but by nobody more than it asks: the loss of one breaks it.' })
  hangsOnOne!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day within 24 months on which too few are in date; null when there is none.',
  })
  firstShortOn!: string | null;
}

export const MinimumMetConnection = connectionOf(MinimumMetType);

@InputType({ description: 'How many people of a shift a unit needs at least.' })
export class SetShiftMinimumInput {
  @Field(() => ID, { description: 'The unit; those below it count in.' })
  unitId!: string;

  @Field(() => ID, { description: 'Key of a role with a profile. Refused otherwise: COVER_ROLE_UNKNOWN.' })
  roleId!: string;

  @Field(() => ID, {
    description: 'Key of a skill of the framework. Refused otherwise: COVER_SKILL_UNKNOWN.',
  })
  skillId!: string;

  @Field(() => Int, { description: 'The level needed, 1–4. Refused otherwise: COVER_LEVEL_WRONG.' })
  level!: number;

  @Field({ description: 'A pattern that the force keeps. Refused otherwise: COVER_SHIFT_UNKNOWN.' })
  shift!: string;

  @Field(() => Int, { description: 'People, 0–10,000. Refused otherwise: COVER_MINIMUM_WRONG.' })
  minimum!: number;
}

export const SetShiftMinimumResult = resultOf('SetShiftMinimum', MinimumMetType);
export const SaveShiftPatternResult = resultOf('SaveShiftPattern', ShiftPatternType);
