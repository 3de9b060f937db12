import type { CoverRow, UnitCount } from '@app/capability';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { resultOf } from '../edge/refused.js';
import { DateScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';
import { UnitType } from '../identity/unit.type.js';

@ObjectType('CoverRow', {
  description: 'One need of a role profile in a unit and those below it, on a date.',
})
export class CoverRowType {
  @Field(() => ID, { description: 'The unit; those below it are counted in.' })
  unitId!: string;

  @Field(() => ID, { description: 'Key of the role, such as `response-officer`.' })
  roleId!: string;

  @Field(() => WordsType, { description: 'Name of the role.' })
  roleName!: WordsType;

  @Field(() => ID, { description: 'Key of the skill, such as `DEV-01`.' })
  skillId!: string;

  @Field(() => WordsType, { description: 'Name of the skill.' })
  skillName!: WordsType;

  @Field(() => Int, { description: 'The level that is needed, 1–4.' })
  level!: number;

  @Field({ description: 'Whether the role profile calls the need essential.' })
  essential!: boolean;

  @Field(() => Int, {
    description: 'People posted there in the role on that day, absent and suspended people too.',
  })
  posted!: number;

  @Field(() => Int, {
    description:
      'Those of them present, not suspended, in date at the level or above, and authorised. A person counts once.',
  })
  inDate!: number;

  @Field(() => Int, {
    description:
      'Those who would count if they were not under supervision: shown apart, not part of `inDate`.',
  })
  supervised!: number;

  @Field(() => Int, { nullable: true, description: 'The unit’s minimum; null when nobody has set one.' })
  minimum!: number | null;

  @Field({ description: 'Whether fewer are in date than the minimum asks; false without a minimum.' })
  short!: boolean;
}

@ObjectType('Cover', { description: 'Cover of a unit and those below it on a date.' })
export class CoverType {
  @Field(() => UnitType, { description: 'The unit.' })
  unit!: UnitType;

  @Field(() => DateScalar, { description: 'The day that the figures are for.' })
  on!: string;

  @Field(() => [CoverRowType], {
    description: 'A row for each need of each role that somebody is posted in, or that a minimum asks for.',
  })
  rows!: CoverRowType[];
}

@ObjectType('CoverPoint', { description: 'One need on a day.' })
export class CoverPointType {
  @Field(() => DateScalar, { description: 'The day from which the figures hold.' })
  on!: string;

  @Field(() => Int, { description: 'People in date and authorised.' })
  inDate!: number;

  @Field(() => Int, { description: 'People in date under supervision: not part of `inDate`.' })
  supervised!: number;

  @Field(() => Int, { description: 'People posted.' })
  posted!: number;
}

@ObjectType('SkillCount', { description: 'How many people of a unit are in date in a skill.' })
export class SkillCountType {
  @Field(() => ID, { description: 'Key of the skill, such as `DEV-01`.' })
  skillId!: string;

  @Field(() => [Int], {
    description: 'In date and authorised at level 1, 2, 3 and 4 or above: four numbers.',
  })
  inDate!: number[];

  @Field(() => [Int], { description: 'In date only under supervision, likewise: not part of `inDate`.' })
  supervised!: number[];
}

@ObjectType('UnitCount', { description: 'Every skill in one unit and those below it. A person counts once.' })
export class UnitCountType {
  @Field(() => ID, { nullable: true, description: 'The unit; null for the whole force.' })
  unitId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the unit; null for the whole force.' })
  name!: string | null;

  @Field(() => Int, { description: 'People posted there, absent and suspended people too.' })
  posted!: number;

  @Field(() => [SkillCountType], { description: 'Every skill of the framework, in its order.' })
  skills!: SkillCountType[];
}

@ObjectType('ForceCover', { description: 'All units and all skills of a force on one day.' })
export class ForceCoverType {
  @Field(() => DateScalar, { description: 'The day that the figures are for.' })
  on!: string;

  @Field(() => [UnitCountType], {
    description: 'The whole force first, then each unit in which somebody is or was posted.',
  })
  units!: UnitCountType[];
}

@InputType({ description: 'How many people a unit needs at least.' })
export class SetMinimumCoverInput {
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

  @Field(() => Int, { description: 'People, 0–10,000. Refused otherwise: COVER_MINIMUM_WRONG.' })
  minimum!: number;
}

export const SetMinimumCoverResult = resultOf('SetMinimumCover', CoverRowType);

/** A row as the API shows it. */
export function coverRowType(row: CoverRow): CoverRowType {
  return { ...row, roleName: wordsOf(row.roleName), skillName: wordsOf(row.skillName) };
}

/** A unit's counts as the API shows them. */
export function unitCountType({ unitId, posted, skills }: UnitCount, name: string | null): UnitCountType {
  return {
    ...{ unitId, name, posted },
    skills: skills.map(({ skillId, inDate, supervised }) => ({
      skillId,
      inDate: [...inDate],
      supervised: [...supervised],
    })),
  };
}
