import type { Skill } from '@app/framework';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { WordsType, wordsOf } from '../edge/words.type.js';

@ObjectType('Skill', { description: 'One skill of the national framework in use.' })
export class SkillType {
  @Field(() => ID, { description: 'Its key, such as `DEV-01`.' })
  id!: string;

  @Field(() => ID, { description: 'Key of its area, such as `DEV`.' })
  areaId!: string;

  @Field(() => WordsType, { description: 'Its name.' })
  name!: WordsType;

  @Field(() => WordsType, { description: 'What it is about.' })
  description!: WordsType;

  @Field({
    description: 'How fast it is lost without practice: fast, medium or slow. For advice and planning only.',
  })
  fade!: string;

  @Field(() => Int, { description: 'For how many calendar months evidence of it lasts at the longest.' })
  validityMonths!: number;

  @Field(() => [String], {
    description: 'What a person at each level can do: five sentences, levels 0 to 4.',
  })
  levels!: string[];
}

export const SkillConnection = connectionOf(SkillType);

/** A skill for the API. */
export function skillType(skill: Skill): SkillType {
  const { id, areaId, fade, validityMonths } = skill;
  return {
    ...{ id, areaId, fade, validityMonths },
    name: wordsOf(skill.name),
    description: wordsOf(skill.description),
    levels: [...skill.levels],
  };
}
