import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'A panel to judge a component’s items.' })
export class OpenPanelInput {
  @Field(() => ID, { description: 'The course: `OLH-101`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'A paper of its assessment.' })
  componentKey!: string;

  @Field(() => [ID], { description: '1–200 ready items of the course, each once.' })
  itemKeys!: string[];

  @Field(() => [ID], { description: '3–30 people of the College who may rate items.' })
  judgeIds!: string[];
}

@InputType({ description: 'Of a hundred borderline candidates, how many would get an item right.' })
export class ItemRatingInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { description: '0–100.' })
  percent!: number;
}

@InputType({ description: 'A judge’s word on every item of a panel.' })
export class RateItemsInput {
  @Field(() => ID, { description: 'The panel.' })
  panelId!: string;

  @Field(() => [ItemRatingInput], { description: 'Every item once.' })
  ratings!: ItemRatingInput[];
}

@InputType({ description: 'A round to be closed.' })
export class ClosePanelRoundInput {
  @Field(() => ID, { description: 'The panel.' })
  panelId!: string;

  @Field(() => Int, { description: '1 or 2.' })
  round!: number;
}

@InputType({ description: 'A panel that shall lead to no pass mark.' })
export class EndPanelInput {
  @Field(() => ID, { description: 'The panel.' })
  panelId!: string;
}

@InputType({ description: 'The decision that a panel leads to.' })
export class SetPassMarkInput {
  @Field(() => ID, { description: 'The panel.' })
  panelId!: string;

  @Field(() => Float, { description: 'By how many standard errors to move it: −2 to 2, in halves.' })
  steps!: number;

  @Field(() => String, { nullable: true, description: 'Why, in 10–500 characters, when it is moved.' })
  reason?: string | null;
}

@ArgsType()
export class OfComponentArgs {
  @Field(() => ID, { description: 'The course.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;
}
