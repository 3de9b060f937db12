import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Which sitting to start in.' })
export class StartAttemptInput {
  @Field(() => ID, { description: 'A sitting in which one holds a place.' })
  sittingId!: string;
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
