import { type FrameworkDraft, NO_RELATIONS, quotaOf, type Relations } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { resultOf } from '../edge/refused.js';
import { DateScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';
import { RoleProfileType, roleProfileType } from './role-profile.type.js';
import { SkillType, skillType } from './skill.type.js';

@ObjectType('SkillArea', { description: 'A group of skills that share the sentences of their levels.' })
export class SkillAreaType {
  @Field(() => ID, { description: 'Its key, such as `DEV`.' })
  id!: string;

  @Field(() => WordsType, { description: 'Its name.' })
  name!: WordsType;

  @Field(() => [String], { description: 'Five sentences, levels 0 to 4.' })
  levels!: string[];
}

@ObjectType('SkillAtLevel', { description: 'A skill at a level.' })
export class SkillAtLevelType {
  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level, 1–4.' })
  level!: number;
}

@ObjectType('BroaderSkill', { description: 'One skill is part of the subject of a broader one.' })
export class BroaderSkillType {
  @Field(() => ID, { description: 'The narrower skill.' })
  skillId!: string;

  @Field(() => ID, { description: 'The broader skill.' })
  broaderId!: string;
}

@ObjectType('SkillNeed', { description: 'A skill at a level presupposes another at a level.' })
export class SkillNeedType {
  @Field(() => SkillAtLevelType, { description: 'What presupposes.' })
  of!: SkillAtLevelType;

  @Field(() => SkillAtLevelType, { description: 'What is presupposed.' })
  needs!: SkillAtLevelType;
}

@ObjectType('SkillRollUp', { description: 'A level is reached when so many of the parts are held.' })
export class SkillRollUpType {
  @Field(() => SkillAtLevelType, { description: 'What is reached.' })
  of!: SkillAtLevelType;

  @Field(() => Int, { description: 'How many of the parts it takes.' })
  atLeast!: number;

  @Field(() => [SkillAtLevelType], { description: 'The parts.' })
  parts!: SkillAtLevelType[];
}

@ObjectType('SkillRelations', { description: 'How the skills bear on each other.' })
export class SkillRelationsType {
  @Field(() => [BroaderSkillType], { description: 'What is part of what.' })
  broader!: BroaderSkillType[];

  @Field(() => [SkillNeedType], { description: 'What presupposes what.' })
  requires!: SkillNeedType[];

  @Field(() => [SkillRollUpType], { description: 'What is reached by holding others.' })
  rollUps!: SkillRollUpType[];
}

@ObjectType('FrameworkDraft', { description: 'A next version of the framework in the making.' })
export class FrameworkDraftType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'The number of the version from which it was begun.' })
  basedOn!: number;

  @Field(() => Int, { description: 'Give it with a change: what someone else changed is a conflict.' })
  revision!: number;

  @Field(() => Int, { nullable: true, description: 'Its number as a version; null while it is open.' })
  publishedAs!: number | null;

  @Field(() => [SkillAreaType], { description: 'Its areas.' })
  areas!: SkillAreaType[];

  @Field(() => [SkillType], { description: 'Its skills, retired ones included.' })
  skills!: SkillType[];

  @Field(() => [RoleProfileType], { description: 'What each role needs in every force.' })
  profiles!: RoleProfileType[];

  @Field(() => SkillRelationsType, { description: 'How its skills bear on each other.' })
  relations!: SkillRelationsType;
}

@ObjectType('FrameworkDraftSummary', { description: 'One open draft.' })
export class FrameworkDraftSummaryType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'The number of the version from which it was begun.' })
  basedOn!: number;

  @Field(() => Int, { description: 'How often it was changed, and one.' })
  revision!: number;
}

@ObjectType('FrameworkVersion', { description: 'One published version of the framework.' })
export class FrameworkVersionType {
  @Field(() => Int, { description: 'Its number.' })
  number!: number;

  @Field(() => DateScalar, { description: 'The first day on which it is in force.' })
  effectiveFrom!: CalendarDate;

  @Field(() => String, { nullable: true, description: 'What changed; null when a pack brought it.' })
  note!: string | null;
}

export const FrameworkDraftConnection = connectionOf(FrameworkDraftSummaryType);
export const FrameworkVersionConnection = connectionOf(FrameworkVersionType);
export const CreateFrameworkDraftResult = resultOf('CreateFrameworkDraft', FrameworkDraftType);
export const PublishFrameworkResult = resultOf('PublishFramework', FrameworkDraftType);
export const DiscardFrameworkDraftResult = resultOf('DiscardFrameworkDraft', FrameworkDraftType);
export const SaveSkillAreaResult = resultOf('SaveSkillArea', FrameworkDraftType);
export const RemoveSkillAreaResult = resultOf('RemoveSkillArea', FrameworkDraftType);
export const SaveSkillResult = resultOf('SaveSkill', FrameworkDraftType);
export const RemoveSkillResult = resultOf('RemoveSkill', FrameworkDraftType);
export const SetSkillRelationsResult = resultOf('SetSkillRelations', FrameworkDraftType);
export const SetNationalProfileResult = resultOf('SetNationalProfile', FrameworkDraftType);

/** A draft for the API. */
export function frameworkDraftType(draft: FrameworkDraft): FrameworkDraftType {
  const { id, basedOn, revision, publishedAs, content } = draft;
  return {
    ...{ id, basedOn, revision, publishedAs },
    areas: content.areas.map((area) => ({ ...area, name: wordsOf(area.name), levels: [...area.levels] })),
    skills: content.skills.map(skillType),
    profiles: content.profiles.map(roleProfileType),
    relations: relationsType(content.relations ?? NO_RELATIONS),
  };
}

function relationsType({ broader, requires, rollUps }: Relations): SkillRelationsType {
  return {
    broader: broader.map((each) => ({ ...each })),
    requires: requires.map(({ skillId, level, needs }) => ({ of: { skillId, level }, needs: { ...needs } })),
    rollUps: rollUps.map((rule) => ({
      of: { skillId: rule.skillId, level: rule.level },
      atLeast: quotaOf(rule),
      parts: rule.parts.map((part) => ({ ...part })),
    })),
  };
}
