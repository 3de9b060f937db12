import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { DoubleMarkingEnum, MarkerPanelEnum } from './marking-round.type.js';

@InputType({ description: 'The points of one criterion.' })
export class CriterionPointsInput {
  @Field(() => Int, { description: 'Its place in the rubric, from 1.' })
  criterion!: number;

  @Field(() => Float, { description: 'From 0 to the criterion’s points, in halves.' })
  points!: number;
}

@InputType({ description: 'A provisional mark for a response on one’s desk.' })
export class MarkResponseInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => [CriterionPointsInput], { description: 'Each criterion of the rubric once.' })
  criteria!: CriterionPointsInput[];

  @Field(() => String, {
    nullable: true,
    description: 'For the moderator and the candidate, at most 4,000 characters.',
  })
  comment?: string | null;
}

@InputType({ description: 'A response to come again after all others.' })
export class SkipResponseInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;
}

@InputType({ description: 'A response for somebody else to mark.' })
export class HandOnResponseInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field({ description: 'Why, in 3–500 characters.' })
  reason!: string;
}

@InputType({ description: 'A provisional mark to be taken back.' })
export class WithdrawMarkInput {
  @Field(() => ID, { description: 'The mark.' })
  markId!: string;

  @Field({ description: 'Why, in 3–500 characters.' })
  reason!: string;
}

@InputType({ description: 'The marking of a component, to be begun.' })
export class OpenRoundInput {
  @Field(() => ID, { description: 'The course: `OLH-101`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => DoubleMarkingEnum, { description: 'Which responses two mark, neither knowing of the other.' })
  doubleMarking!: 'NONE' | 'SAMPLE' | 'ALL';

  @Field(() => Int, { description: '1–99 with SAMPLE; otherwise 0.' })
  doublePercent!: number;

  @Field(() => Int, {
    description: 'Of single-marked responses, how many per cent the moderator sees: 0–100.',
  })
  reviewPercent!: number;

  @Field(() => Float, {
    description: 'How many points two marks may lie apart and still agree: in halves, from 0.',
  })
  tolerance!: number;

  @Field(() => MarkerPanelEnum, { description: 'Whose markers it draws on.' })
  panel!: 'FORCE' | 'COLLEGE' | 'BOTH';
}

@InputType({ description: 'Somebody to mark a component.' })
export class NameMarkerInput {
  @Field(() => ID, { description: 'A person of one’s own force who holds the assessor’s role.' })
  personId!: string;

  @Field(() => ID, { description: 'The course.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;
}

@InputType({ description: 'Somebody who marks a component no longer.' })
export class EndMarkerInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => ID, { description: 'The course.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;
}

@InputType({ description: 'The final mark of a response.' })
export class ModerateResponseInput {
  @Field(() => ID, { description: 'The response.' })
  responseId!: string;

  @Field(() => [CriterionPointsInput], { description: 'Each criterion of the rubric once.' })
  criteria!: CriterionPointsInput[];

  @Field(() => String, { nullable: true, description: 'What the candidate reads with it.' })
  comment?: string | null;
}

@InputType({ description: 'Marks that agree, to be accepted.' })
export class AcceptMarksInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;
}

@InputType({ description: 'Marks that are ready, to be released.' })
export class ReleaseMarksInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;
}
