import type { IncidentKind } from '@app/assessment';
import { Field, ID, InputType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../edge/scalars.js';
import { IncidentKindEnum } from './invigilation.type.js';

@InputType({ description: 'Who invigilates a sitting.' })
export class AssignInvigilatorsInput {
  @Field(() => ID, { description: 'An invigilated sitting that is not over.' })
  sittingId!: string;

  @Field(() => [ID], { description: 'Everybody who invigilates it from now on: 1–50 holders of the role.' })
  personIds!: string[];
}

@InputType({ description: 'A new start code at once.' })
export class RotateStartCodeInput {
  @Field(() => ID, { description: 'A sitting that one invigilates.' })
  sittingId!: string;
}

@InputType({ description: 'A line of the incident log.' })
export class RecordIncidentInput {
  @Field(() => ID, { description: 'A sitting that one invigilates.' })
  sittingId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The attempt it is about; the whole sitting when left out.',
  })
  attemptId?: string | null;

  @Field(() => IncidentKindEnum, { description: 'What kind of thing happened.' })
  kind!: IncidentKind;

  @Field({ description: 'What happened, in 3–2,000 characters.' })
  note!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When; now when left out. Not in the future.' })
  at?: Date | null;
}

@InputType({ description: 'An attempt that shall not count.' })
export class ProposeVoidInput {
  @Field(() => ID, { description: 'The attempt.' })
  attemptId!: string;

  @Field({ description: 'Why, in 10–2,000 characters: the candidate reads it once it is confirmed.' })
  reason!: string;

  @Field({ description: 'Whether it is for misconduct: the attempt then stays used up.' })
  isMisconduct!: boolean;
}

@InputType({ description: 'The second person’s word on a proposal to void an attempt.' })
export class DecideVoidInput {
  @Field(() => ID, { description: 'The attempt.' })
  attemptId!: string;

  @Field({ description: 'True to void it; false to let it count.' })
  confirm!: boolean;
}
