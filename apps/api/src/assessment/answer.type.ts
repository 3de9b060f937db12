import type { AnswerValue } from '@app/assessment';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../edge/scalars.js';

@ObjectType({ description: 'One match: an option with a target.' })
export class Pair {
  @Field(() => ID, { description: 'The option’s id.' })
  left!: string;

  @Field(() => ID, { description: 'The target’s id.' })
  right!: string;
}

@InputType({ description: 'One match: an option with a target.' })
export class PairInput {
  @Field(() => ID, { description: 'The option’s id.' })
  left!: string;

  @Field(() => ID, { description: 'The target’s id.' })
  right!: string;
}

@ObjectType({ description: 'What was put into one gap of a cloze.' })
export class GapText {
  @Field(() => ID, { description: 'The gap’s id.' })
  id!: string;

  @Field({ description: 'The text or number as typed; the id of the option for a gap with options.' })
  text!: string;
}

@InputType({ description: 'What is put into one gap of a cloze.' })
export class GapTextInput {
  @Field(() => ID, { description: 'The gap’s id.' })
  id!: string;

  @Field({ description: 'The text or number as typed; the id of the option for a gap with options.' })
  text!: string;
}

@ObjectType({ description: 'A place on an image, in pixels from its top left corner.' })
export class ImagePoint {
  @Field(() => Float, { description: 'Pixels from the left.' })
  x!: number;

  @Field(() => Float, { description: 'Pixels from the top.' })
  y!: number;
}

@InputType({ description: 'A place on an image, in pixels of the file from its top left corner.' })
export class ImagePointInput {
  @Field(() => Float, { description: 'Pixels from the left.' })
  x!: number;

  @Field(() => Float, { description: 'Pixels from the top.' })
  y!: number;
}

@ObjectType({ description: 'An answer; exactly one of the seven is there.' })
export class Answer {
  @Field(() => [ID], { nullable: true, description: 'Chosen options; for ORDER in their order.' })
  choices!: readonly string[] | null;

  @Field(() => [Pair], { nullable: true, description: 'Matches.' })
  pairs!: readonly Pair[] | null;

  @Field(() => Float, { nullable: true, description: 'A number, in the item’s unit.' })
  number!: number | null;

  @Field(() => String, { nullable: true, description: 'A text.' })
  text!: string | null;

  @Field(() => [GapText], { nullable: true, description: 'The gaps of a CLOZE.' })
  gaps!: readonly GapText[] | null;

  @Field(() => ImagePoint, { nullable: true, description: 'A place on the image of a HOTSPOT.' })
  point!: ImagePoint | null;

  @Field(() => [ID], { nullable: true, description: 'Files of a FILE_RESPONSE.' })
  fileIds!: readonly string[] | null;

  static of(value: AnswerValue): Answer {
    const none = { choices: null, pairs: null, number: null, text: null };
    return Object.assign(new Answer(), { ...none, gaps: null, point: null, fileIds: null, ...value });
  }
}

@InputType({
  description:
    'Exactly one of the seven. choices: one id for SINGLE and TRUE_FALSE (true or false), several for MULTIPLE and HOTSPOT, those that belong in order for ORDER; at most 50.',
})
export class AnswerInput {
  @Field(() => [ID], { nullable: true, description: 'Chosen options, none twice.' })
  choices?: string[] | null;

  @Field(() => [PairInput], {
    nullable: true,
    description: 'Matches, none twice; of a MATRIX a row on the left with its column.',
  })
  pairs?: PairInput[] | null;

  @Field(() => Float, { nullable: true, description: 'A number, in the item’s unit.' })
  number?: number | null;

  @Field(() => String, { nullable: true, description: 'A text, up to 5,000 characters.' })
  text?: string | null;

  @Field(() => [GapTextInput], { nullable: true, description: 'Gaps, up to 5,000 characters together.' })
  gaps?: GapTextInput[] | null;

  @Field(() => ImagePointInput, { nullable: true, description: 'A place, where one area is to be found.' })
  point?: ImagePointInput | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'One’s own uploads with purpose `response-file`, up to 10.',
  })
  fileIds?: string[] | null;
}

@InputType({ description: 'One answer of a running attempt.' })
export class SaveAnswerInput {
  @Field(() => ID, { description: 'The attempt, one’s own.' })
  attemptId!: string;

  @Field({ description: 'The key that startAttempt or resumeAttempt gave last.' })
  writer!: string;

  @Field(() => ID, { description: 'The item, from the paper.' })
  itemId!: string;

  @Field(() => Int, {
    description: 'The client’s own count for this item, from 1; higher than at its answer before.',
  })
  sequence!: number;

  @Field(() => AnswerInput, { description: 'The whole answer; it replaces the one before.' })
  answer!: AnswerInput;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'What the client’s clock says: recorded for appeals, never used.',
  })
  clientTime?: Date | null;
}

@ObjectType({ description: 'The answer is saved: a majority of the database has it on disk.' })
export class AnswerSaved {
  @Field(() => Int, { description: 'The sequence that was saved.' })
  sequence!: number;

  @Field(() => DateTimeScalar, { description: 'When, by the server’s clock.' })
  savedAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'The server’s clock at this acknowledgement: count down by it.',
  })
  serverTime!: Date;
}
