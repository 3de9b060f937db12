import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { DateScalar } from '../edge/scalars.js';

@ArgsType()
export class CoverArgs {
  @Field(() => ID, { description: 'The unit; those below it are counted in.' })
  unitId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Only this role: its needs are shown even when nobody is posted in it.',
  })
  roleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only this skill.' })
  skillId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day; today in London when absent.' })
  on?: CalendarDate | null;

  @Field({
    defaultValue: false,
    description:
      'True: as it was known at the end of each day, whatever was recorded later. False: as known now.',
  })
  asKnownThen!: boolean;
}

@ArgsType()
export class CoverOverArgs {
  @Field(() => ID, { description: 'The unit; those below it are counted in.' })
  unitId!: string;

  @Field(() => ID, { description: 'Key of the role.' })
  roleId!: string;

  @Field(() => ID, {
    description: 'Key of the skill. Its level is the role profile’s, else the unit’s highest minimum.',
  })
  skillId!: string;

  @Field(() => DateScalar, { description: 'First day, included.' })
  from!: CalendarDate;

  @Field(() => DateScalar, { description: 'Last day, included; at most 36 months after the first.' })
  to!: CalendarDate;

  @Field({
    defaultValue: false,
    description:
      'True: as it was known at the end of each day, whatever was recorded later. False: as known now.',
  })
  asKnownThen!: boolean;
}

@ArgsType()
export class ForceCoverArgs {
  @Field(() => DateScalar, { nullable: true, description: 'The day; today in London when absent.' })
  on?: CalendarDate | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only people posted in this role; whatever their role, each once, when absent.',
  })
  roleId?: string | null;

  @Field({
    defaultValue: false,
    description:
      'True: as it was known at the end of each day, whatever was recorded later. False: as known now.',
  })
  asKnownThen!: boolean;
}
