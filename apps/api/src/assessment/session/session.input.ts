import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTimeScalar } from '../../edge/scalars.js';
import { ApprovalEnum, SessionKindEnum } from './session.type.js';

@InputType({ description: 'A room of the force.' })
export class SaveRoomInput {
  @Field(() => ID, { nullable: true, description: 'The room to change; a new one when left out.' })
  roomId?: string | null;

  @Field({ description: '1–100 characters, unique in the force.' })
  name!: string;

  @Field(() => Int, { description: '1–2,000 people.' })
  capacity!: number;

  @Field({ description: 'Whether it is reached, entered and left without a step.' })
  stepFree!: boolean;

  @Field({ description: 'Whether it has a hearing loop.' })
  hearingLoop!: boolean;

  @Field({ description: 'Whether it is booked no more.' })
  isClosed!: boolean;
}

@InputType({ description: 'A session to be put on the timetable.' })
export class ScheduleSessionInput {
  @Field(() => SessionKindEnum, { description: 'What it is.' })
  kind!: keyof typeof SessionKindEnum;

  @Field(() => ID, { description: 'The course: `OLH-101`.' })
  courseCode!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The sitting that is sat there; for assessments, and only those.',
  })
  sittingId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The room.' })
  roomId?: string | null;

  @Field(() => String, { nullable: true, description: 'The https address of a session online.' })
  onlineAddress?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it begins: in the future, on a quarter hour.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends: on a quarter hour, at most 24 hours later.' })
  endsAt!: Date;

  @Field(() => Int, { description: '1–2,000, and no more than the room holds.' })
  seats!: number;

  @Field(() => [ID], { description: 'Who run it, 1–20; an assessment’s are invigilators.' })
  trainerIds!: string[];

  @Field(() => [ID], { nullable: true, description: 'For people of these units and of those below them.' })
  unitIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'For these people. Neither units nor people: the whole force.',
  })
  personIds?: string[] | null;
}

@InputType({ description: 'A session that will not happen.' })
export class CancelSessionInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field({ description: 'Why, in 3–500 characters: those who were to come read it.' })
  reason!: string;
}

@InputType({ description: 'A seat for oneself.' })
export class BookSeatInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;
}

@InputType({ description: 'A place on the waiting list.' })
export class JoinWaitingListInput extends BookSeatInput {}

@InputType({ description: 'A booking of one’s own.' })
export class CancelBookingInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;
}

@InputType({ description: 'The offer to take.' })
export class AcceptOfferInput extends CancelBookingInput {}

@InputType({ description: 'The offer to leave to the next.' })
export class DeclineOfferInput extends CancelBookingInput {}

@InputType({ description: 'A line manager’s decision.' })
export class DecideBookingInput extends CancelBookingInput {
  @Field({ description: 'Whether the person may go.' })
  approve!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not, in 3–500 characters: the person reads it.' })
  reason?: string | null;
}

@InputType({ description: 'Whether somebody came.' })
export class RecordAttendanceInput extends CancelBookingInput {
  @Field({ description: 'Whether they did.' })
  attended!: boolean;
}

@InputType({ description: 'Two booked seats to be swapped.' })
export class OfferSwapInput {
  @Field(() => ID, { description: 'One’s own booking.' })
  bookingId!: string;

  @Field(() => ID, { description: 'The other’s, in another session of the same course and kind.' })
  otherBookingId!: string;
}

@InputType({ description: 'A swap that one was offered.' })
export class AgreeSwapInput {
  @Field(() => ID, { description: 'The swap.' })
  swapId!: string;
}

@InputType({ description: 'A swap to be taken back or turned down.' })
export class WithdrawSwapInput extends AgreeSwapInput {}

@InputType({ description: 'How bookings go in the force.' })
export class SetBookingTermsInput {
  @Field(() => ApprovalEnum, { description: 'Who approves them.' })
  approval!: keyof typeof ApprovalEnum;

  @Field(() => Int, { description: 'Hours that an offer stands, 1–168.' })
  offerHours!: number;
}

@InputType({ description: 'How much of a unit may be away at once.' })
export class SetAbstractionLimitInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The unit and all below; left out: each without a limit of its own.',
  })
  unitId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Whole per cent, 0–100; left out: no limit.' })
  percent?: number | null;
}
