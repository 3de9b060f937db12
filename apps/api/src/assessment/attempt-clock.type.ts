import { type Attempt, type Format, restingUntil, timeSentence } from '@app/assessment';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';
import { AttemptStateEnum } from './attempt-state.type.js';

@ObjectType('PaperFormat', { description: 'How one’s paper is to be presented, where that was adjusted.' })
export class PaperFormatType {
  @Field(() => String, { nullable: true, description: '`LARGE`, `LARGER` or `LARGEST`; null for the usual.' })
  textSize!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`CREAM`, `BLUE`, `GREEN`, `PINK`, `YELLOW`, `DARK` or `HIGH_CONTRAST`; null for the usual.',
  })
  pageColours!: string | null;

  @Field(() => String, { nullable: true, description: '`en` or `cy`; null for the person’s own choice.' })
  language!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`READER`, `SCRIBE` or `READER_AND_SCRIBE`; null for none.',
  })
  readerOrScribe!: string | null;

  @Field({ description: 'Whether it is read with a screen reader.' })
  screenReader!: boolean;

  @Field({ description: 'Whether it is sat in a room apart.' })
  separateRoom!: boolean;

  static of(format: Format): PaperFormatType {
    return Object.assign(new PaperFormatType(), format);
  }
}

@ObjectType('AttemptClock', {
  description: 'How the time of an attempt stands: never its paper, never its answers.',
})
export class AttemptClockType {
  @Field(() => ID, { description: 'The attempt.' })
  id!: string;

  @Field(() => AttemptStateEnum, { description: 'Where it stands.' })
  state!: Attempt['state'];

  @Field(() => DateTimeScalar, {
    description: 'From this instant on no answer is saved; stands still while SUSPENDED.',
  })
  deadline!: Date;

  @Field(() => DateTimeScalar, { description: 'The server’s clock at this answer: count down by it.' })
  serverTime!: Date;

  @Field(() => Int, { description: 'Whole seconds of writing time left, rounded down; 0 once over.' })
  secondsLeft!: number;

  @Field(() => Float, { description: 'Minutes that it may take, adjustments included; not always whole.' })
  limitMinutes!: number;

  @Field(() => WordsType, { description: 'The time allowed, in a sentence: “90 minutes (60 + 50%)”.' })
  timeAllowed!: WordsType;

  @Field(() => Int, { description: 'Whole seconds of rest that are left; 0 while a rest runs.' })
  restSecondsLeft!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the rest under way ends at the latest; null without.',
  })
  restingUntil!: Date | null;

  @Field({ description: 'Whether a recall waits for a supervisor’s word.' })
  recallWaits!: boolean;

  @Field({
    description: 'Whether a supervisor has confirmed the recall, so that resumeAttempt goes on with it.',
  })
  recallConfirmed!: boolean;

  /** The clock at an instant. */
  static of(attempt: Attempt, serverTime: Date): AttemptClockType {
    const { id, state, deadline, terms, rest } = attempt;
    const resting = state === 'OPEN' ? restingUntil(attempt, serverTime) : null;
    const leftMs = leftOf(attempt, resting ?? serverTime);
    return Object.assign(new AttemptClockType(), {
      ...{ id, state, deadline, serverTime, limitMinutes: terms.limitMinutes },
      secondsLeft: Math.max(0, Math.floor(leftMs / 1000)),
      timeAllowed: wordsOf(timeSentence(terms)),
      restSecondsLeft: Math.floor(rest.leftMs / 1000),
      restingUntil: resting,
      ...recallOf(attempt),
    });
  }
}

/** Milliseconds of writing time left at an instant. */
function leftOf({ state, deadline, recall }: Attempt, at: Date): number {
  if (state === 'SUSPENDED') return recall?.leftMs ?? 0;
  return state === 'OPEN' ? deadline.getTime() - at.getTime() : 0;
}

function recallOf({ state, recall }: Attempt): { recallWaits: boolean; recallConfirmed: boolean } {
  if (state !== 'SUSPENDED' || recall === null) return { recallWaits: false, recallConfirmed: false };
  const recallConfirmed = recall.confirmedBy !== null;
  return { recallWaits: !recallConfirmed, recallConfirmed };
}
