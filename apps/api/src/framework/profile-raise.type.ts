import type { EffectiveProfile, ProfileRaise } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { resultOf } from '../edge/refused.js';
import { DateScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';

@ObjectType('ProfileRaise', {
  description: 'More than the nation asks of a role, by your force, over a time.',
})
export class ProfileRaiseType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'Key of the role.' })
  roleId!: string;

  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level that the force asks for, 1–4.' })
  level!: number;

  @Field({ description: 'Whether the force counts a gap in cover and readiness.' })
  essential!: boolean;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  from!: CalendarDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null: without end.' })
  to!: CalendarDate | null;

  @Field(() => Int, {
    description: 'Give it with a change: what someone else changed meanwhile is a conflict.',
  })
  revision!: number;
}

@ObjectType('EffectiveRequirement', { description: 'One need of a role in your force on a day.' })
export class EffectiveRequirementType {
  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level needed, 1–4: the higher of the nation’s and the force’s.' })
  level!: number;

  @Field(() => Int, { description: 'The level that the nation asks for; 0 where only the force asks.' })
  nationalLevel!: number;

  @Field({ description: 'Whether a gap counts in cover and readiness.' })
  essential!: boolean;
}

@ObjectType('EffectiveProfile', { description: 'What a role needs in your force on a day.' })
export class EffectiveProfileType {
  @Field(() => ID, { description: 'Key of the role.' })
  roleId!: string;

  @Field(() => WordsType, { description: 'The role’s name.' })
  roleName!: WordsType;

  @Field(() => DateScalar, { description: 'The day.' })
  on!: CalendarDate;

  @Field(() => [EffectiveRequirementType], { description: 'Its needs: the nation’s, then the force’s own.' })
  requirements!: EffectiveRequirementType[];
}

@InputType({ description: 'More than the nation asks of a role.' })
export class RaiseProfileInput {
  @Field(() => ID, { description: 'Key of the role, such as `response-officer`.' })
  roleId!: string;

  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level to ask for, 1–4: above the national one.' })
  level!: number;

  @Field({ description: 'Whether a gap is to count in cover and readiness.' })
  essential!: boolean;

  @Field(() => DateScalar, { description: 'The first day, today or later.' })
  from!: CalendarDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; left out: without end.' })
  to?: CalendarDate | null;
}

@InputType({ description: 'The last day of a raise.' })
export class EndProfileRaiseInput {
  @Field(() => ID, { description: 'The raise.' })
  raiseId!: string;

  @Field(() => Int, { description: 'The revision that you read.' })
  revision!: number;

  @Field(() => DateScalar, { description: 'The last day on which it holds, today or later.' })
  to!: CalendarDate;
}

export const RaiseProfileResult = resultOf('RaiseProfile', ProfileRaiseType);
export const EndProfileRaiseResult = resultOf('EndProfileRaise', ProfileRaiseType);

/** A raise for the API. */
export function profileRaiseType(raise: ProfileRaise): ProfileRaiseType {
  return Object.assign(new ProfileRaiseType(), raise);
}

/** What a role needs in a force on a day, for the API. */
export function effectiveProfileType(profile: EffectiveProfile, on: CalendarDate): EffectiveProfileType {
  const { roleId, roleName } = profile;
  const requirements = profile.requirements.map((requirement) => ({ ...requirement }));
  return { roleId, roleName: wordsOf(roleName), on, requirements };
}
