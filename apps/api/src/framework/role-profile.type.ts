import type { RoleProfile } from '@app/framework';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { WordsType, wordsOf } from '../edge/words.type.js';

@ObjectType('ProfileRequirement', { description: 'One need of a role: a skill at a level.' })
export class ProfileRequirementType {
  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level needed, 1–4.' })
  level!: number;

  @Field({ description: 'Whether a gap counts in cover and readiness; a desirable need is advice.' })
  essential!: boolean;
}

@ObjectType('RoleProfile', { description: 'What a role needs its holders to be able to do.' })
export class RoleProfileType {
  @Field(() => ID, { description: 'Key of the role, such as `response-officer`.' })
  roleId!: string;

  @Field(() => WordsType, { description: 'The role’s name.' })
  roleName!: WordsType;

  @Field(() => [ProfileRequirementType], { description: 'Its needs, in the order of the framework.' })
  requirements!: ProfileRequirementType[];
}

export const RoleProfileConnection = connectionOf(RoleProfileType);

/** A role profile for the API. */
export function roleProfileType(profile: RoleProfile): RoleProfileType {
  return {
    roleId: profile.roleId,
    roleName: wordsOf(profile.roleName),
    requirements: profile.requirements.map((requirement) => ({ ...requirement })),
  };
}
