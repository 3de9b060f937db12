import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTimeScalar } from '../edge/scalars.js';
import { SittingModeEnum } from './sitting.type.js';

@InputType({ description: 'A sitting to be put on the timetable.' })
export class CreateSittingInput {
  @Field(() => ID, { description: 'The course: `OLH-101`.' })
  courseCode!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Which paper of its assessment; its only one when left out.',
  })
  componentKey?: string | null;

  @Field(() => DateTimeScalar, { description: 'When the window begins: in the future.' })
  opensAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends: at least the paper’s limit later.' })
  closesAt!: Date;

  @Field(() => Int, { description: '1–2,000.' })
  seats!: number;

  @Field(() => SittingModeEnum, { description: 'Where people sit.' })
  mode!: 'ONLINE' | 'ROOM';

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether attempts start only with a code that its invigilators show; not when left out.',
  })
  invigilated?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'For people of these units and of those below them.' })
  unitIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'For these people. Neither units nor people: the whole force.',
  })
  personIds?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes before the opening at which people are reminded.',
  })
  reminderMinutesBefore?: number | null;
}

@InputType({ description: 'A sitting that will not happen.' })
export class CancelSittingInput {
  @Field(() => ID, { description: 'The sitting.' })
  sittingId!: string;

  @Field({ description: 'Why, in 3–500 characters: those with a place read it.' })
  reason!: string;
}

@InputType({ description: 'A place for oneself.' })
export class BookPlaceInput {
  @Field(() => ID, { description: 'The sitting.' })
  sittingId!: string;
}

@InputType({ description: 'Places for others, all or none.' })
export class BookPlacesInput {
  @Field(() => ID, { description: 'The sitting.' })
  sittingId!: string;

  @Field(() => [ID], { description: '1–2,000 people of one’s force.' })
  personIds!: string[];
}

@InputType({ description: 'One’s own place, given up.' })
export class GiveUpPlaceInput {
  @Field(() => ID, { description: 'The sitting.' })
  sittingId!: string;
}
