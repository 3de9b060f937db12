import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Which sitting to start in.' })
export class StartAttemptInput {
  @Field(() => ID, { description: 'A sitting in which one holds a place.' })
  sittingId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The code that the invigilator shows; of invigilated sittings only. Case and spaces do not matter.',
  })
  startCode?: string | null;
}

@InputType({ description: 'Which attempt to take up here.' })
export class ResumeAttemptInput {
  @Field(() => ID, { description: 'One’s own running attempt.' })
  attemptId!: string;
}

@InputType({ description: 'Which attempt to hand in.' })
export class SubmitAttemptInput {
  @Field(() => ID, { description: 'One’s own attempt.' })
  attemptId!: string;
}

@InputType({ description: 'Whose results to release.' })
export class ReleaseResultsInput {
  @Field(() => ID, { description: 'A sitting that has closed.' })
  sittingId!: string;
}

@InputType({ description: 'A rest break in one’s own attempt.' })
export class StartRestInput {
  @Field(() => ID, { description: 'One’s own running attempt.' })
  attemptId!: string;
}

@InputType({ description: 'The end of a rest break.' })
export class EndRestInput {
  @Field(() => ID, { description: 'One’s own running attempt.' })
  attemptId!: string;
}

@InputType({ description: 'An attempt whose candidate is called to a job.' })
export class SuspendAttemptInput {
  @Field(() => ID, { description: 'One’s own attempt, or that of somebody one supervises or invigilates.' })
  attemptId!: string;
}

@InputType({ description: 'A recall that a supervisor confirms.' })
export class ConfirmRecallInput {
  @Field(() => ID, { description: 'A suspended attempt of somebody one supervises.' })
  attemptId!: string;
}

@InputType({ description: 'A recall that a supervisor turns down.' })
export class TurnDownRecallInput {
  @Field(() => ID, { description: 'A suspended attempt of somebody one supervises.' })
  attemptId!: string;
}

@InputType({ description: 'One’s own recall, taken back.' })
export class WithdrawRecallInput {
  @Field(() => ID, { description: 'One’s own suspended attempt.' })
  attemptId!: string;
}
