import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ItemTypeEnum } from '../attempt-state.type.js';
import { AtDeadlineEnum, DifficultyEnum, ReleaseEnum } from './blueprint-words.type.js';

@InputType({
  description: 'So many items that answer to every selector given. A selector left out selects nothing away.',
})
export class QuotaInput {
  @Field(() => Int, { description: 'How many, 1–200.' })
  count!: number;

  @Field(() => ID, { nullable: true, description: 'Only of this skill.' })
  skillId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of this level or above, 1–4.' })
  minLevel?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of this level or below, 1–4.' })
  maxLevel?: number | null;

  @Field(() => [ItemTypeEnum], {
    nullable: true,
    description: 'Only of these types; every type that a machine marks when left out.',
  })
  types?: (typeof ItemTypeEnum)[keyof typeof ItemTypeEnum][] | null;

  @Field(() => String, { nullable: true, description: 'Only with this tag.' })
  tag?: string | null;

  @Field(() => DifficultyEnum, { nullable: true, description: 'Only of this band.' })
  difficulty?: (typeof DifficultyEnum)[keyof typeof DifficultyEnum] | null;
}

@InputType({ description: 'A skill, and how high papers reach in it.' })
export class ScopeInput {
  @Field(() => ID, { description: 'The skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The highest level drawn, 1–4.' })
  maxLevel!: number;
}

@InputType({ description: 'Items of which at most one stands on a paper, since one gives another away.' })
export class ExclusionInput {
  @Field(() => [ID], { description: 'Two keys or more, each once.' })
  itemKeys!: string[];
}

@InputType({ description: 'What happens when time is up, and when results may be seen.' })
export class PolicyInput {
  @Field(() => AtDeadlineEnum, { description: 'What happens when time is up.' })
  atDeadline!: (typeof AtDeadlineEnum)[keyof typeof AtDeadlineEnum];

  @Field(() => Int, { description: 'Of GRACE only: minutes; 0 otherwise.' })
  graceMinutes!: number;

  @Field(() => ReleaseEnum, { description: 'When results may be seen.' })
  release!: (typeof ReleaseEnum)[keyof typeof ReleaseEnum];

  @Field(() => Int, {
    nullable: true,
    description:
      'For how many days after its release an outcome may be appealed against, 1–365; 20 when absent.',
  })
  appealDays?: number | null;
}

@InputType({ description: 'What the papers of one component shall draw.' })
export class SetBlueprintInput {
  @Field(() => ID, { description: 'The course: `OLH-101`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'Which paper of its assessment.' })
  componentKey!: string;

  @Field(() => Int, { description: 'How many items a paper has, 1–200.' })
  count!: number;

  @Field(() => [QuotaInput], {
    description:
      'At most 60. An item fills a place of one quota; what they leave of `count` is drawn from the whole scope.',
  })
  quotas!: QuotaInput[];

  @Field(() => [ScopeInput], {
    nullable: true,
    description: 'The skills in scope; what the published course teaches when left out.',
  })
  scope?: ScopeInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'Keys of items that stand on every paper.' })
  fixed?: string[] | null;

  @Field(() => [ExclusionInput], { nullable: true, description: 'At most 200 groups; they may overlap.' })
  exclusions?: ExclusionInput[] | null;

  @Field(() => PolicyInput, {
    nullable: true,
    description: 'Handed in at the deadline, results at once, when left out.',
  })
  policy?: PolicyInput | null;

  @Field(() => Int, { description: 'The revision that this was made upon; 0 when there was none.' })
  revision!: number;
}

@InputType({ description: 'An item that no new paper shall draw.' })
export class RetireItemInput {
  @Field(() => ID, { description: 'The key of the item: `OLH-101-Q01`.' })
  itemKey!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it cannot wait even if papers can then no longer be drawn, in 3–500 characters; left out: rather not.',
  })
  evenIfShort?: string | null;
}
