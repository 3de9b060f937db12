import type { AssessmentPolicy, Blueprint, KnownShort, Quota } from '@app/assessment';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../edge/scalars.js';
import { ItemTypeEnum } from '../attempt-state.type.js';
import { AtDeadlineEnum, DifficultyEnum, ReleaseEnum } from './blueprint-words.type.js';

@ObjectType('Quota', { description: 'So many items of a paper that answer to every selector given.' })
export class QuotaType {
  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => ID, { nullable: true, description: 'Only of this skill; null for any in scope.' })
  skillId!: string | null;

  @Field(() => Int, { description: 'The lowest level.' })
  minLevel!: number;

  @Field(() => Int, { description: 'The highest level.' })
  maxLevel!: number;

  @Field(() => [ItemTypeEnum], { nullable: true, description: 'Null: every type that a machine marks.' })
  types!: Quota['types'] | null;

  @Field(() => String, { nullable: true, description: 'Only with this tag; null for any.' })
  tag!: string | null;

  @Field(() => DifficultyEnum, { nullable: true, description: 'Only of this band; null for any.' })
  difficulty!: Quota['difficulty'] | null;

  static of(quota: Quota): QuotaType {
    return Object.assign(new QuotaType(), {
      count: quota.count,
      skillId: quota.skillId ?? null,
      minLevel: quota.minLevel ?? 1,
      maxLevel: quota.maxLevel ?? 4,
      types: quota.types ?? null,
      tag: quota.tag ?? null,
      difficulty: quota.difficulty ?? null,
    });
  }
}

@ObjectType('BlueprintScope', { description: 'A skill, and how high papers reach in it.' })
export class ScopeType {
  @Field(() => ID, { description: 'The skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The highest level drawn, 1–4.' })
  maxLevel!: number;
}

@ObjectType('BlueprintPolicy', { description: 'What happens when time is up, and when results may be seen.' })
export class PolicyType {
  @Field(() => AtDeadlineEnum, { description: 'What happens when time is up.' })
  atDeadline!: AssessmentPolicy['atDeadline'];

  @Field(() => Int, { description: 'Of GRACE only: minutes; 0 otherwise.' })
  graceMinutes!: number;

  @Field(() => ReleaseEnum, { description: 'When results may be seen.' })
  release!: AssessmentPolicy['release'];

  @Field(() => Int, {
    nullable: true,
    description: 'For how many days after its release an outcome may be appealed against; null: 20.',
  })
  appealDays!: number | null;
}

@ObjectType('KnownShort', { description: 'Why a blueprint is known to be short of items.' })
export class KnownShortType {
  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: Date;

  @Field(() => ID, { description: 'The item that left the bank, or the stimulus whose items did.' })
  itemKey!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was retired and could not wait; null when it is being corrected.',
  })
  reason!: string | null;

  static of({ since, itemKey, reason }: KnownShort): KnownShortType {
    return Object.assign(new KnownShortType(), { since, itemKey, reason });
  }
}

@ObjectType('Blueprint', { description: 'What the papers of one component draw.' })
export class BlueprintType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field(() => ID, { description: 'The course.' })
  courseCode!: string;

  @Field(() => ID, { description: 'Which paper of its assessment.' })
  componentKey!: string;

  @Field(() => Int, { description: 'How many items a paper has.' })
  count!: number;

  @Field(() => [QuotaType], { description: 'An item fills a place of one quota at most.' })
  quotas!: QuotaType[];

  @Field(() => [ScopeType], { description: 'The skills in scope.' })
  scope!: ScopeType[];

  @Field(() => [ID], { description: 'Keys of items that stand on every paper.' })
  fixed!: string[];

  @Field(() => [[ID]], { description: 'Groups of item keys of which at most one stands on a paper.' })
  exclusions!: string[][];

  @Field(() => PolicyType, { description: 'What happens when time is up, and when results may be seen.' })
  policy!: PolicyType;

  @Field(() => KnownShortType, {
    nullable: true,
    description:
      'Set when an item left the bank without which it cannot be met; gone once it can be met again.',
  })
  short!: KnownShortType | null;

  @Field(() => Int, { description: 'What setBlueprint wants to know; 1 for the first.' })
  revision!: number;

  static of(blueprint: Blueprint): BlueprintType {
    const { quotas, short } = blueprint;
    return Object.assign(new BlueprintType(), blueprint, {
      quotas: quotas.map((quota) => QuotaType.of(quota)),
      short: short === null ? null : KnownShortType.of(short),
    });
  }
}
