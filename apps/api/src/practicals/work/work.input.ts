import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'A component to be written for.' })
export class StartWorkInput {
  @Field(() => ID, { description: 'The course: `PRO-310`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'A component of its assessment that is written or filed.' })
  componentKey!: string;
}

@InputType({ description: 'What is written for one task so far.' })
export class WorkPartInput {
  @Field({ description: 'The task.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'At most 50,000 characters; nothing when left out.' })
  text?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'At most 10 of one’s own uploads of purpose `response-file`; none when left out.',
  })
  fileIds?: string[] | null;
}

@InputType({ description: 'A save of the whole draft.' })
export class SaveWorkInput {
  @Field(() => ID, { description: 'The work.' })
  workId!: string;

  @Field({ description: 'The key that startWork gave.' })
  writer!: string;

  @Field(() => Int, { description: 'The client’s count of its saves: each higher than the one before.' })
  sequence!: number;

  @Field(() => [WorkPartInput], {
    description: 'Everything written so far, 1–20 parts: what is left out is empty.',
  })
  parts!: WorkPartInput[];
}

@InputType({ description: 'A work to be handed in.' })
export class SubmitWorkInput {
  @Field(() => ID, { description: 'The work.' })
  workId!: string;
}

@InputType({ description: 'A work to be taken back.' })
export class WithdrawWorkInput {
  @Field(() => ID, { description: 'The work.' })
  workId!: string;
}

@InputType({ description: 'A proposal that a work shall not count.' })
export class ProposeWorkVoidInput {
  @Field(() => ID, { description: 'A work of somebody else in the force.' })
  workId!: string;

  @Field({ description: 'Why, in 10–2,000 characters: what the second person decides on.' })
  reason!: string;
}

@InputType({ description: 'The second person’s word on a proposal to void a work.' })
export class DecideWorkVoidInput {
  @Field(() => ID, { description: 'The work.' })
  workId!: string;

  @Field({ description: 'True to void it; false to let it count.' })
  confirm!: boolean;
}
