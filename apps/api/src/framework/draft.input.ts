import type { Fade, FrameworkDraftId, Relations } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { idArg } from '../edge/ids.js';
import { DateScalar } from '../edge/scalars.js';
import { WordsInput } from '../edge/words.input.js';

export const FadeClass = { FAST: 'fast', MEDIUM: 'medium', SLOW: 'slow' } as const;
registerEnumType(FadeClass, {
  name: 'FadeClass',
  description: 'How fast a skill is lost without practice. For advice and planning only, never for cover.',
});

@InputType({ description: 'The version from which to begin.' })
export class CreateFrameworkDraftInput {
  @Field(() => Int, { description: 'The number of a published version.' })
  fromVersion!: number;
}

@InputType({ description: 'A draft as you read it.' })
export class DiscardFrameworkDraftInput {
  @Field(() => ID, { description: 'The draft.' })
  draftId!: string;

  @Field(() => Int, { description: 'The revision that you read.' })
  revision!: number;
}

@InputType({ description: 'When a draft takes effect, and what it changes.' })
export class PublishFrameworkInput extends DiscardFrameworkDraftInput {
  @Field(() => DateScalar, { description: 'The first day, today or later.' })
  effectiveFrom!: CalendarDate;

  @Field({ description: 'What has changed, in at most 2,000 characters.' })
  note!: string;
}

@InputType({ description: 'An area of a draft.' })
export class RemoveSkillAreaInput extends DiscardFrameworkDraftInput {
  @Field(() => ID, { description: 'Its key, such as `DEV`.' })
  areaId!: string;
}

@InputType({ description: 'An area as it is to be.' })
export class SaveSkillAreaInput extends RemoveSkillAreaInput {
  @Field(() => WordsInput, { description: 'Its name.' })
  name!: WordsInput;

  @Field(() => [String], { description: 'Five sentences, levels 0 to 4.' })
  levels!: string[];
}

@InputType({ description: 'A skill of a draft.' })
export class RemoveSkillInput extends DiscardFrameworkDraftInput {
  @Field(() => ID, { description: 'Its key, such as `DEV-01`.' })
  skillId!: string;
}

@InputType({ description: 'A skill as it is to be.' })
export class SaveSkillInput extends RemoveSkillInput {
  @Field(() => ID, { description: 'Key of its area.' })
  areaId!: string;

  @Field(() => WordsInput, { description: 'Its name.' })
  name!: WordsInput;

  @Field(() => WordsInput, { description: 'What it is about.' })
  description!: WordsInput;

  @Field(() => FadeClass, { description: 'How fast it is lost without practice.' })
  fade!: Fade;

  @Field(() => Int, {
    description: 'For how many calendar months evidence of it lasts at the longest; 1 or more.',
  })
  validityMonths!: number;

  @Field(() => [String], { description: 'Five sentences, levels 0 to 4.' })
  levels!: string[];

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is asked for.' })
  from?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day before it is retired.' })
  to?: CalendarDate | null;

  @Field(() => [ID], { defaultValue: [], description: 'Of a retired skill: those that took its place.' })
  replacedBy!: string[];
}

@InputType({ description: 'A skill at a level.' })
export class SkillAtLevelInput {
  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level, 1–4.' })
  level!: number;
}

@InputType({ description: 'One skill is part of the subject of a broader one.' })
export class BroaderSkillInput {
  @Field(() => ID, { description: 'The narrower skill.' })
  skillId!: string;

  @Field(() => ID, { description: 'The broader skill.' })
  broaderId!: string;
}

@InputType({ description: 'A skill at a level presupposes another at a level.' })
export class SkillNeedInput {
  @Field(() => SkillAtLevelInput, { description: 'What presupposes.' })
  of!: SkillAtLevelInput;

  @Field(() => SkillAtLevelInput, { description: 'What is presupposed.' })
  needs!: SkillAtLevelInput;
}

@InputType({ description: 'A level is reached when so many of the parts are held.' })
export class SkillRollUpInput {
  @Field(() => SkillAtLevelInput, { description: 'What is reached.' })
  of!: SkillAtLevelInput;

  @Field(() => Int, { nullable: true, description: 'How many of the parts it takes; left out: all.' })
  atLeast?: number | null;

  @Field(() => [SkillAtLevelInput], { description: 'The parts.' })
  parts!: SkillAtLevelInput[];
}

@InputType({ description: 'All relations of a draft: what is not named is taken out.' })
export class SetSkillRelationsInput extends DiscardFrameworkDraftInput {
  @Field(() => [BroaderSkillInput], { defaultValue: [], description: 'What is part of what.' })
  broader!: BroaderSkillInput[];

  @Field(() => [SkillNeedInput], { defaultValue: [], description: 'What presupposes what.' })
  requires!: SkillNeedInput[];

  @Field(() => [SkillRollUpInput], { defaultValue: [], description: 'What is reached by holding others.' })
  rollUps!: SkillRollUpInput[];
}

@InputType({ description: 'One need of a role.' })
export class ProfileNeedInput extends SkillAtLevelInput {
  @Field({ description: 'Whether a gap counts in cover and readiness.' })
  essential!: boolean;
}

@InputType({ description: 'What a role needs in every force: what is not named is not needed.' })
export class SetNationalProfileInput extends DiscardFrameworkDraftInput {
  @Field(() => ID, { description: 'Key of the role.' })
  roleId!: string;

  @Field(() => [ProfileNeedInput], { description: 'Its needs.' })
  requirements!: ProfileNeedInput[];
}

/** Which draft an input is about. */
export function draftRead({ draftId, revision }: DiscardFrameworkDraftInput) {
  return { draftId: idArg<FrameworkDraftId>(draftId, 'draftId'), revision };
}

/** Relations as the framework keeps them. */
export function relationsOf({ broader, requires, rollUps }: SetSkillRelationsInput): Relations {
  const at = ({ skillId, level }: SkillAtLevelInput) => ({ skillId, level });
  return {
    broader: broader.map(({ skillId, broaderId }) => ({ skillId, broaderId })),
    requires: requires.map(({ of, needs }) => ({ ...at(of), needs: at(needs) })),
    rollUps: rollUps.map(({ of, atLeast, parts }) => {
      return { ...at(of), quota: atLeast ?? ('all' as const), parts: parts.map(at) };
    }),
  };
}
