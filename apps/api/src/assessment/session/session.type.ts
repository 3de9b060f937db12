import {
  type AbstractionLimit,
  type AbstractionMonth,
  type Booking,
  type BookingTerms,
  type Room,
  type Session,
  type Swap,
  sessionStateAt,
} from '@app/assessment';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { DateTimeScalar } from '../../edge/scalars.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';

export const SessionKindEnum = {
  ASSESSMENT: 'ASSESSMENT',
  CLASSROOM: 'CLASSROOM',
  LIVE_EXERCISE: 'LIVE_EXERCISE',
  WORKPLACE: 'WORKPLACE',
} as const;
registerEnumType(SessionKindEnum, {
  name: 'SessionKind',
  description: 'What a session is.',
  valuesMap: {
    ASSESSMENT: { description: 'A sitting is sat there.' },
    CLASSROOM: { description: 'A class.' },
    LIVE_EXERCISE: { description: 'An exercise with others.' },
    WORKPLACE: { description: 'At the workplace.' },
  },
});

export const SessionStateEnum = {
  PLANNED: 'PLANNED',
  RUNNING: 'RUNNING',
  OVER: 'OVER',
  CANCELLED: 'CANCELLED',
} as const;
registerEnumType(SessionStateEnum, {
  name: 'SessionState',
  description: 'Where a session stands at this moment.',
  valuesMap: {
    PLANNED: { description: 'It is to come; seats may be booked.' },
    RUNNING: { description: 'It is on.' },
    OVER: { description: 'It has been.' },
    CANCELLED: { description: 'It will not happen.' },
  },
});

export const BookingStateEnum = {
  WAITING: 'WAITING',
  OFFERED: 'OFFERED',
  ASKED: 'ASKED',
  BOOKED: 'BOOKED',
  ATTENDED: 'ATTENDED',
  ABSENT: 'ABSENT',
  REFUSED: 'REFUSED',
  CANCELLED: 'CANCELLED',
  DECLINED: 'DECLINED',
  LAPSED: 'LAPSED',
} as const;
registerEnumType(BookingStateEnum, {
  name: 'BookingState',
  description: 'Where a booking stands.',
  valuesMap: {
    WAITING: { description: 'On the waiting list.' },
    OFFERED: { description: 'A seat is kept until `lapsesAt`: accept or decline it.' },
    ASKED: { description: 'A seat is kept until the line manager has decided.' },
    BOOKED: { description: 'The seat is the person’s.' },
    ATTENDED: { description: 'The person came.' },
    ABSENT: { description: 'The person did not come.' },
    REFUSED: { description: 'The line manager said no.' },
    CANCELLED: { description: 'Given up, or the session was cancelled.' },
    DECLINED: { description: 'The offer was declined.' },
    LAPSED: { description: 'The offer, or the request, was not acted on in time.' },
  },
});

export const ApprovalEnum = { NONE: 'NONE', LINE_MANAGER: 'LINE_MANAGER' } as const;
registerEnumType(ApprovalEnum, {
  name: 'BookingApproval',
  description: 'Who approves bookings.',
  valuesMap: {
    NONE: { description: 'Nobody: a seat is booked at once.' },
    LINE_MANAGER: { description: 'The line manager or a deputy; a training lead for who has neither.' },
  },
});

export const SwapStateEnum = { OFFERED: 'OFFERED', AGREED: 'AGREED', WITHDRAWN: 'WITHDRAWN' } as const;
registerEnumType(SwapStateEnum, {
  name: 'SwapState',
  description: 'Where a swap stands.',
  valuesMap: {
    OFFERED: { description: 'The other has not answered.' },
    AGREED: { description: 'The seats are swapped.' },
    WITHDRAWN: { description: 'Taken back, or turned down.' },
  },
});

@ObjectType('Room', { description: 'A room of the force.' })
export class RoomType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field({ description: 'Unique in the force.' })
  name!: string;

  @Field(() => Int, { description: 'How many people it holds, 1–2,000.' })
  capacity!: number;

  @Field({ description: 'Whether it is reached, entered and left without a step.' })
  stepFree!: boolean;

  @Field({ description: 'Whether it has a hearing loop.' })
  hearingLoop!: boolean;

  @Field({ description: 'Whether it is booked no more.' })
  isClosed!: boolean;

  static of({ forceId, ...room }: Room): RoomType {
    return Object.assign(new RoomType(), room);
  }
}

@ObjectType('TrainingSession', { description: 'One scheduled occasion of a course, with seats.' })
export class TrainingSessionType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field(() => SessionKindEnum, { description: 'What it is.' })
  kind!: Session['kind'];

  @Field({ description: 'The course: `OLH-101`.' })
  courseCode!: string;

  @Field(() => WordsType, { description: 'The course’s title as it stood when the session was made.' })
  courseTitle!: WordsType;

  @Field(() => ID, { nullable: true, description: 'The sitting that is sat there; null for other kinds.' })
  sittingId!: string | null;

  @Field(() => String, { nullable: true, description: 'The room’s name; null when it is in none.' })
  roomName!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it begins, on a quarter hour.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends, at most 24 hours later.' })
  endsAt!: Date;

  @Field(() => Int, { description: 'How many seats there are, 1–2,000.' })
  seats!: number;

  @Field(() => Int, { description: 'How many may still be booked: neither taken nor offered.' })
  seatsLeft!: number;

  @Field(() => SessionStateEnum, { description: 'Where it stands at this moment.' })
  state!: ReturnType<typeof sessionStateAt>;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled; null unless it was.' })
  cancelReason!: string | null;

  static of(session: Session, now: Date): TrainingSessionType {
    const { id, kind, courseCode, sittingId, roomName, startsAt, endsAt, seats, seatsLeft } = session;
    return Object.assign(new TrainingSessionType(), {
      ...{ id, kind, courseCode, sittingId, roomName, startsAt, endsAt, seats, seatsLeft },
      courseTitle: wordsOf(session.courseTitle),
      cancelReason: session.cancelReason,
      state: sessionStateAt(session, now),
    });
  }
}

@ObjectType('Booking', { description: 'Somebody’s seat in a session, or their wish for one.' })
export class BookingType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'Whose it is.' })
  personId!: string;

  @Field(() => BookingStateEnum, { description: 'Where it stands.' })
  state!: Booking['state'];

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the offer or request stands.' })
  lapsesAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused or cancelled.' })
  reason!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The booking in a cancelled session that it is offered for.',
  })
  insteadOf!: string | null;

  static of({ id, sessionId, personId, state, askedAt, lapsesAt, reason, insteadOf }: Booking): BookingType {
    return Object.assign(new BookingType(), {
      ...{ id, sessionId, personId, state, askedAt, lapsesAt, reason, insteadOf },
    });
  }
}

@ObjectType('Swap', { description: 'The wish of two people to swap their seats.' })
export class SwapType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field(() => ID, { description: 'The booking of whoever offers.' })
  bookingId!: string;

  @Field(() => ID, { description: 'The booking of whoever is asked.' })
  otherBookingId!: string;

  @Field(() => SwapStateEnum, { description: 'Where it stands.' })
  state!: Swap['state'];

  static of(swap: Swap): SwapType {
    return Object.assign(new SwapType(), swap);
  }
}

@ObjectType('BookingTerms', { description: 'How bookings go in the force.' })
export class BookingTermsType {
  @Field(() => ApprovalEnum, { description: 'Who approves them.' })
  approval!: BookingTerms['approval'];

  @Field(() => Int, { description: 'Hours that an offer stands, 1–168.' })
  offerHours!: number;

  static of(terms: BookingTerms): BookingTermsType {
    return Object.assign(new BookingTermsType(), terms);
  }
}

@ObjectType('AbstractionLimit', { description: 'How much of a unit may be away at once.' })
export class AbstractionLimitType {
  @Field(() => ID, {
    nullable: true,
    description: 'The unit and all below; null: each without a limit of its own.',
  })
  unitId!: string | null;

  @Field(() => Int, { description: 'Whole per cent, 0–100, of the people posted there; rounded down.' })
  percent!: number;
}

@ObjectType('AbstractionLimits', { description: 'Every limit of the force.' })
export class AbstractionLimitsType {
  @Field(() => [AbstractionLimitType], { description: 'The one for all units first.' })
  limits!: AbstractionLimitType[];

  static of(limits: readonly AbstractionLimit[]): AbstractionLimitsType {
    return Object.assign(new AbstractionLimitsType(), { limits });
  }
}

@ObjectType('AbstractionMonth', { description: 'Time of a unit booked for sessions in a month.' })
export class AbstractionMonthType implements AbstractionMonth {
  @Field({ description: '`2026-11`, by London days.' })
  month!: string;

  @Field(() => Int, { description: 'Minutes of all people together, of the unit and all below it.' })
  minutes!: number;

  @Field(() => Int, { description: 'How many people, each once.' })
  people!: number;
}

@ObjectType('CalendarAddress', { description: 'The private address of one’s calendar.' })
export class CalendarAddressType {
  @Field({ description: 'Relative to this server. Shown once: whoever has it reads the calendar.' })
  path!: string;
}

export const TrainingSessionConnection = connectionOf(TrainingSessionType);
export const BookingConnection = connectionOf(BookingType);
