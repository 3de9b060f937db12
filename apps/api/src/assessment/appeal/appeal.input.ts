import { Field, ID, InputType } from '@nestjs/graphql';
import { CriterionPointsInput } from '../marking-round/marking.input.js';
import { AppealKindEnum, AppealRemedyEnum } from './appeal.type.js';

@InputType({ description: 'An appeal, or extenuating circumstances.' })
export class AskAppealInput {
  @Field(() => ID, { description: 'One’s own attempt.' })
  attemptId!: string;

  @Field(() => AppealKindEnum, { description: 'What is asked.' })
  kind!: (typeof AppealKindEnum)[keyof typeof AppealKindEnum];

  @Field({
    description: 'What happened, or why, in 20–5,000 characters. Read by whoever decides, and nobody else.',
  })
  statement!: string;
}

@InputType({ description: 'One’s own appeal, taken back.' })
export class WithdrawAppealInput {
  @Field(() => ID, { description: 'The appeal.' })
  appealId!: string;
}

@InputType({ description: 'A decision about an appeal.' })
export class DecideAppealInput {
  @Field(() => ID, { description: 'The appeal.' })
  appealId!: string;

  @Field(() => AppealRemedyEnum, { nullable: true, description: 'What follows; null: it is not upheld.' })
  remedy?: (typeof AppealRemedyEnum)[keyof typeof AppealRemedyEnum] | null;

  @Field(() => ID, { nullable: true, description: 'Of REGRADE: the question that is thought to be faulty.' })
  itemId?: string | null;

  @Field({ description: 'Why, in 20–5,000 characters; the candidate reads it.' })
  reasons!: string;
}

@InputType({ description: 'A written answer, marked again.' })
export class RemarkResponseInput {
  @Field(() => ID, { description: 'The appeal that was decided so.' })
  appealId!: string;

  @Field(() => ID, { description: 'The response.' })
  responseId!: string;

  @Field(() => [CriterionPointsInput], { description: 'Each criterion of the rubric once.' })
  criteria!: CriterionPointsInput[];

  @Field(() => String, { nullable: true, description: 'What the candidate reads with it.' })
  comment?: string | null;
}
