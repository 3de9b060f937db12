import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { AnswerInput } from '../answer.type.js';
import { FallChoiceEnum, RemedyEnum } from './regrade-words.type.js';

@InputType({ description: 'A faulty item version, and what to do about it.' })
export class ProposeRegradeInput {
  @Field(() => ID, { description: 'The item’s key: `OLH-101-Q01`.' })
  itemKey!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Which version was faulty; the present one when left out.',
  })
  versionNumber?: number | null;

  @Field(() => RemedyEnum, { description: 'What to do about it.' })
  remedy!: (typeof RemedyEnum)[keyof typeof RemedyEnum];

  @Field(() => AnswerInput, {
    nullable: true,
    description:
      'Of ACCEPT the answer that is right too, of RESCORE the new key; a whole answer to the item.',
  })
  answer?: AnswerInput | null;

  @Field({ description: 'What is wrong with the item, in 10–500 characters, naming nobody.' })
  reason!: string;
}

@InputType({ description: 'A regrade to be looked at again.' })
export class DryRunRegradeInput {
  @Field(() => ID, { description: 'The regrade.' })
  regradeId!: string;
}

@InputType({ description: 'A regrade to be given up.' })
export class CancelRegradeInput {
  @Field(() => ID, { description: 'The regrade.' })
  regradeId!: string;
}

@InputType({ description: 'Falls below the pass mark to be approved.' })
export class ApproveRegradeInput {
  @Field(() => ID, { description: 'The regrade.' })
  regradeId!: string;

  @Field(() => Int, { description: 'Which dry run’s list was read.' })
  run!: number;
}

@InputType({ description: 'A regrade to be applied.' })
export class ApplyRegradeInput {
  @Field(() => ID, { description: 'The regrade.' })
  regradeId!: string;

  @Field(() => Int, { description: 'Which dry run’s list was read.' })
  run!: number;

  @Field(() => FallChoiceEnum, { description: 'Whether falls below the pass mark are applied too.' })
  falls!: (typeof FallChoiceEnum)[keyof typeof FallChoiceEnum];
}

@ArgsType()
export class OfCourseArgs {
  @Field(() => ID, { description: 'The course: `OLH-101`.' })
  courseCode!: string;
}

@ArgsType()
export class OfRegradeArgs {
  @Field(() => ID, { description: 'The regrade.' })
  regradeId!: string;
}
