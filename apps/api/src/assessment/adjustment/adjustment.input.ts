import { Field, ID, InputType } from '@nestjs/graphql';
import { DateScalar } from '../../edge/scalars.js';
import { AdjustmentFieldsInput } from './adjustment.type.js';

@InputType({ description: 'An adjustment that one asks for.' })
export class AskAdjustmentInput {
  @Field(() => AdjustmentFieldsInput, { description: 'What one asks for.' })
  fields!: AdjustmentFieldsInput;

  @Field(() => ID, { nullable: true, description: 'For this course only; for everything when left out.' })
  courseCode?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day; today when left out.' })
  validFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; no end when left out.' })
  validTo?: string | null;

  @Field({ description: 'Why, in 3–2,000 characters, for the adjustments officer alone.' })
  reason!: string;
}

@InputType({
  description: 'An adjustment that an adjustments officer grants: a request, or of their own accord.',
})
export class GrantAdjustmentInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The request that this grants; then leave the next four out.',
  })
  requestId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom it is for: a person of the force…' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: '…or a group; exactly one of the two.' })
  adjustmentGroupId?: string | null;

  @Field(() => ID, { nullable: true, description: 'With a person: for this course only.' })
  courseCode?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'With a person: for this one running attempt of theirs, at once.',
  })
  attemptId?: string | null;

  @Field(() => AdjustmentFieldsInput, { description: 'What is granted.' })
  fields!: AdjustmentFieldsInput;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day; today, or what was asked, when left out.',
  })
  validFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day; no end, or what was asked, when left out.',
  })
  validTo?: string | null;

  @Field({ description: 'Why, in 3–2,000 characters; kept apart.' })
  reason!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether attempts that run at this moment get it too, at once; they do not when left out.',
  })
  applyToRunning?: boolean | null;
}

@InputType({ description: 'A request that is turned down.' })
export class RefuseAdjustmentInput {
  @Field(() => ID, { description: 'The request.' })
  adjustmentId!: string;

  @Field({ description: 'Why, in 3–2,000 characters: the person reads it.' })
  reason!: string;
}

@InputType({ description: 'A granted adjustment that counts no more.' })
export class EndAdjustmentInput {
  @Field(() => ID, { description: 'The adjustment.' })
  adjustmentId!: string;

  @Field({ description: 'Why, in 3–2,000 characters: the person reads it.' })
  reason!: string;
}

@InputType({ description: 'One’s own request, taken back.' })
export class WithdrawAdjustmentInput {
  @Field(() => ID, { description: 'The request.' })
  adjustmentId!: string;
}

@InputType({ description: 'A running attempt that gets what its person has been granted meanwhile.' })
export class ApplyAdjustmentsInput {
  @Field(() => ID, { description: 'The attempt: open, or suspended.' })
  attemptId!: string;
}

@InputType({ description: 'A group that shares adjustments: made, or said anew.' })
export class SaveAdjustmentGroupInput {
  @Field({ description: '3–100 characters; the group of that name is changed when there is one.' })
  name!: string;

  @Field(() => [ID], { description: 'Everybody in it from now on: at most 500 people of the force.' })
  personIds!: string[];
}

@InputType({ description: 'A paper that gives everybody the same time, or does so no more.' })
export class DeclareFixedTimeInput {
  @Field(() => ID, { description: 'The course.' })
  courseCode!: string;

  @Field(() => ID, { nullable: true, description: 'Which paper; its only one when left out.' })
  componentKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why, in English, 3–500 characters: candidates read it. Left out, the declaration is lifted.',
  })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'The same in Welsh, as a draft.' })
  reasonWelsh?: string | null;
}

@InputType({ description: 'Whose reason to read.' })
export class ReadAdjustmentReasonInput {
  @Field(() => ID, { description: 'The adjustment.' })
  adjustmentId!: string;
}
