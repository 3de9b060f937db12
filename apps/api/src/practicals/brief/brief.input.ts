import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { RubricLineInput } from '../../assessment/item/item-content.input.js';
import { WordsInput } from '../../edge/words.input.js';
import { BriefFormEnum } from './brief.type.js';

@InputType({ description: 'One thing that is asked in writing.' })
export class BriefTaskInput {
  @Field({ description: 'Its name within the brief.' })
  key!: string;

  @Field(() => WordsInput, { description: 'What to do.' })
  prompt!: WordsInput;

  @Field(() => [RubricLineInput], {
    nullable: true,
    description: 'What it is marked by, in steps of 0.5 points; left out where nothing is graded.',
  })
  rubric?: RubricLineInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of a group case: handed in once for all members. False when left out.',
  })
  shared?: boolean | null;
}

@InputType({ description: 'One line of an assessor’s checklist.' })
export class BriefCriterionInput {
  @Field({ description: 'Its name within the brief.' })
  key!: string;

  @Field(() => WordsInput, { description: 'What is looked for.' })
  text!: WordsInput;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the whole observation is failed when it is not seen. False when left out.',
  })
  critical?: boolean | null;
}

@InputType({ description: 'A part that somebody plays.' })
export class BriefPartInput {
  @Field({ description: 'Its name within the brief.' })
  key!: string;

  @Field(() => WordsInput, { description: 'Who it is.' })
  title!: WordsInput;

  @Field(() => WordsInput, { description: 'What whoever plays it knows and does.' })
  text!: WordsInput;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is the candidate’s own. False when left out.',
  })
  candidate?: boolean | null;
}

@InputType({ description: 'What a component that is no paper asks, and by what it is judged.' })
export class PublishBriefInput {
  @Field(() => ID, { description: 'The course: `PRO-310`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'A component of its assessment that is no paper.' })
  componentKey!: string;

  @Field(() => Int, { description: 'The version that this was made upon; 0 when there was none.' })
  read!: number;

  @Field(() => BriefFormEnum, { description: 'How the component is done.' })
  form!: (typeof BriefFormEnum)[keyof typeof BriefFormEnum];

  @Field(() => WordsInput, { description: 'What it is.' })
  title!: WordsInput;

  @Field(() => WordsInput, { description: 'For the candidate, before and while it is done.' })
  instructions!: WordsInput;

  @Field(() => WordsInput, { nullable: true, description: 'For assessors and markers only.' })
  notes?: WordsInput | null;

  @Field(() => [BriefTaskInput], { nullable: true, description: 'Of a work or group case: one or more.' })
  tasks?: BriefTaskInput[] | null;

  @Field(() => [BriefCriterionInput], { nullable: true, description: 'Of an observation: one or more.' })
  criteria?: BriefCriterionInput[] | null;

  @Field(() => [BriefPartInput], {
    nullable: true,
    description: 'Of a role-play or exercise: exactly one is the candidate’s.',
  })
  parts?: BriefPartInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a group case: the share of the common part, 1–99 per cent.',
  })
  sharedPercent?: number | null;

  @Field(() => Int, { description: 'What is needed to pass, 0–100.' })
  passPercent!: number;

  @Field(() => Int, { description: 'How often it may be done, 1–20.' })
  maxAttempts!: number;

  @Field(() => Int, { description: 'How many hours lie between two goes at least, 0–8,760.' })
  coolDownHours!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many months an outcome counts, 1–120; the course’s cycle when left out.',
  })
  validityMonths?: number | null;

  @Field({ description: 'The skill in which markers and assessors must be in date: `OLH-01`.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level of it, 1–4.' })
  level!: number;
}
