import type { PersonId } from '@app/platform/context/request-context.js';
import type { SheetInput } from '@app/practicals';
import { Field, ID, InputType } from '@nestjs/graphql';
import { optionalIdArg } from '../../edge/ids.js';
import { DateTimeScalar } from '../../edge/scalars.js';

@InputType({ description: 'An observation to be planned.' })
export class PlanObservationInput {
  @Field(() => ID, { description: 'Whom to observe: somebody enrolled on the course.' })
  personId!: string;

  @Field(() => ID, { description: 'The course: `OLH-101`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => ID, { nullable: true, description: 'Who is to observe; the caller when absent.' })
  assessorId?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it is to begin: a time to come.' })
  startsAt!: Date;
}

@InputType({ description: 'A plan to be called off.' })
export class CancelObservationInput {
  @Field(() => ID, { description: 'The observation.' })
  observationId!: string;
}

@InputType({ description: 'One criterion: seen or not.' })
export class ObservationTickInput {
  @Field(() => ID, { description: 'Made by the device: 8–64 letters, digits and dashes, each once.' })
  tickId!: string;

  @Field(() => ID, { description: 'The criterion’s key.' })
  criterion!: string;

  @Field({ description: 'Whether it was seen.' })
  seen!: boolean;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters; the candidate reads it.' })
  note?: string | null;

  @Field(() => DateTimeScalar, { description: 'When, by the device’s clock.' })
  seenAt!: Date;
}

@InputType({ description: 'Who played a part.' })
export class ObservationPlayerInput {
  @Field(() => ID, { description: 'The part’s key; never the candidate’s.' })
  part!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Somebody of the force, never the candidate; absent: somebody from outside.',
  })
  personId?: string | null;
}

@InputType({ description: 'A whole sheet.' })
export class ObservationSheetInput {
  @Field(() => DateTimeScalar, { description: 'When the observing began, by the device’s clock.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ended, by the device’s clock: within a day.' })
  finishedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When this is sent, by the device’s clock.' })
  sentAt!: Date;

  @Field(() => [ObservationTickInput], { description: 'Each criterion of the brief once.' })
  ticks!: ObservationTickInput[];

  @Field(() => [ObservationPlayerInput], { description: 'Each part but the candidate’s once.' })
  players!: ObservationPlayerInput[];

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters; the candidate reads it.' })
  note?: string | null;
}

/** The sheet as the use cases take it. */
export function sheetInputOf({ players, ...sheet }: ObservationSheetInput): SheetInput {
  return {
    ...sheet,
    players: players.map(({ part, personId }) => ({
      ...{ part, personId: optionalIdArg<PersonId>(personId, 'personId') },
    })),
  };
}

@InputType({ description: 'A sheet to be taken, whenever it arrives.' })
export class RecordObservationInput {
  @Field(() => ID, {
    description:
      'That of the plan; where it was begun on the spot, 24 hexadecimal characters made by the device.',
  })
  observationId!: string;

  @Field(() => ID, { description: 'Who was observed.' })
  personId!: string;

  @Field(() => ID, { description: 'The course.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => ID, { description: 'The version of the brief by which it was done.' })
  briefId!: string;

  @Field(() => ObservationSheetInput, { description: 'The sheet.' })
  sheet!: ObservationSheetInput;
}

@InputType({ description: 'A sheet to take the place of another.' })
export class CorrectObservationInput {
  @Field(() => ID, { description: 'The observation.' })
  observationId!: string;

  @Field({ description: 'The digest of the sheet that was read and is replaced.' })
  digest!: string;

  @Field(() => ObservationSheetInput, { description: 'The whole sheet as it should be.' })
  sheet!: ObservationSheetInput;

  @Field({ description: 'Why, in 10–2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'An assessor’s signature.' })
export class SignObservationInput {
  @Field(() => ID, { description: 'The observation.' })
  observationId!: string;

  @Field({ description: 'The digest of the sheet that was read.' })
  digest!: string;

  @Field({ description: 'The signer’s word that they were there and saw it.' })
  wasPresent!: boolean;
}

@InputType({ description: 'The candidate’s signature: they have seen the sheet.' })
export class AcknowledgeObservationInput {
  @Field(() => ID, { description: 'The observation.' })
  observationId!: string;

  @Field({ description: 'The digest of the sheet that was read.' })
  digest!: string;
}

@InputType({ description: 'A sheet that its candidate disputes.' })
export class DisputeObservationInput extends AcknowledgeObservationInput {
  @Field({ description: 'Why, in 10–2,000 characters; assessor and training leads read it.' })
  reason!: string;
}

@InputType({ description: 'The decision of a dispute.' })
export class DecideObservationDisputeInput {
  @Field(() => ID, { description: 'The observation.' })
  observationId!: string;

  @Field({ description: 'True: the sheet counts. False: it is set aside for a fresh observation.' })
  confirm!: boolean;

  @Field({ description: 'Why, in 10–2,000 characters; the candidate reads it.' })
  reason!: string;
}

@InputType({ description: 'An observation whose candidate never answered.' })
export class ConcludeObservationInput {
  @Field(() => ID, { description: 'The observation.' })
  observationId!: string;

  @Field({ description: 'Why, in 10–2,000 characters; the candidate reads it.' })
  reason!: string;
}

@InputType({ description: 'An observation that shall not count.' })
export class ProposeObservationVoidInput {
  @Field(() => ID, { description: 'The observation.' })
  observationId!: string;

  @Field({ description: 'Why, in 10–2,000 characters; the candidate reads it once it is confirmed.' })
  reason!: string;
}

@InputType({ description: 'The decision of a proposal to void.' })
export class DecideObservationVoidInput {
  @Field(() => ID, { description: 'The observation.' })
  observationId!: string;

  @Field({ description: 'True to void it; false to let it count.' })
  confirm!: boolean;
}
