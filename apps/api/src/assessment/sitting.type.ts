import { type Sitting, stateAt } from '@app/assessment';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { DateTimeScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';

export const SittingStateEnum = {
  SCHEDULED: 'SCHEDULED',
  OPEN: 'OPEN',
  CLOSED: 'CLOSED',
  CANCELLED: 'CANCELLED',
} as const;
registerEnumType(SittingStateEnum, {
  name: 'SittingState',
  description: 'Where a sitting stands at this moment.',
  valuesMap: {
    SCHEDULED: { description: 'Its window has not begun; places may be booked.' },
    OPEN: { description: 'Its window is open; attempts may start, and free places be booked.' },
    CLOSED: { description: 'Its window has ended.' },
    CANCELLED: { description: 'It will not happen.' },
  },
});

export const SittingModeEnum = { ONLINE: 'ONLINE', ROOM: 'ROOM' } as const;
registerEnumType(SittingModeEnum, {
  name: 'SittingMode',
  description: 'Where people sit.',
  valuesMap: {
    ONLINE: { description: 'Each on a device of their own, wherever they are.' },
    ROOM: { description: 'Together in a room.' },
  },
});

@ObjectType('Sitting', { description: 'A scheduled opportunity to take one paper of a course’s assessment.' })
export class SittingType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field({ description: 'The course it assesses: `OLH-101`.' })
  courseCode!: string;

  @Field(() => WordsType, { description: 'The course’s title as it stood when the sitting was made.' })
  courseTitle!: WordsType;

  @Field({ description: 'Which component of the course’s assessment it is.' })
  componentKey!: string;

  @Field(() => DateTimeScalar, { description: 'When the window begins; this instant belongs to it.' })
  opensAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'When the window ends, and with it every attempt to which no extra time was granted.',
  })
  closesAt!: Date;

  @Field(() => Int, { description: 'Minutes that an attempt may take.' })
  limitMinutes!: number;

  @Field(() => Int, { description: 'How many places there are, 1–2,000.' })
  seats!: number;

  @Field(() => Int, { description: 'How many of them are taken.' })
  placesTaken!: number;

  @Field(() => SittingStateEnum, { description: 'Where it stands at this moment.' })
  state!: Sitting['state'];

  @Field(() => SittingModeEnum, { description: 'Where people sit.' })
  mode!: Sitting['mode'];

  @Field({ description: 'Whether attempts start only with a code that its invigilators show.' })
  invigilated!: boolean;

  @Field({ description: 'Whether the caller holds a place.' })
  bookedByMe?: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When those with a place are reminded; null for never.',
  })
  reminderAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its results were released by hand; null when not.',
  })
  resultsReleasedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled; null unless it was.' })
  cancelReason!: string | null;

  /** The sitting as it stands at an instant. Leave `bookedByMe` out and the field asks for it itself. */
  static of(sitting: Sitting & { readonly bookedByMe?: boolean }, now: Date): SittingType {
    const { id, courseCode, componentKey, opensAt, closesAt, limitMinutes, seats, placesTaken } = sitting;
    return Object.assign(new SittingType(), {
      ...{ id, courseCode, componentKey, opensAt, closesAt, limitMinutes, seats, placesTaken },
      mode: sitting.mode,
      invigilated: sitting.invigilated,
      bookedByMe: sitting.bookedByMe,
      reminderAt: sitting.reminderAt,
      resultsReleasedAt: sitting.resultsReleasedAt,
      cancelReason: sitting.cancelReason,
      courseTitle: wordsOf(sitting.courseTitle),
      state: stateAt(sitting, now),
    });
  }
}

export const SittingConnection = connectionOf(SittingType);
