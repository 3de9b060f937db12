import { type Attempt, type AttemptResult, type AttemptSummary, type ItemFeedback } from '@app/assessment';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';
import { Answer } from './answer.type.js';
import { AttemptClockType, PaperFormatType } from './attempt-clock.type.js';
import { AttemptStateEnum } from './attempt-state.type.js';
import { PaperItemType } from './paper-item.type.js';

@ObjectType({ description: 'The last acknowledged answer to an item.' })
export class SavedAnswer {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { description: 'Its sequence: the next must be higher.' })
  sequence!: number;

  @Field(() => DateTimeScalar, { description: 'When, by the server’s clock.' })
  savedAt!: Date;

  @Field(() => Answer, { description: 'The answer.' })
  answer!: Answer;
}

@ObjectType({ description: 'The feedback on one item.' })
export class ItemResult {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Float, { description: 'Points given: a multiple of 0.01, from 0 to `outOf`.' })
  awarded!: number;

  @Field(() => Float, { description: 'Points possible.' })
  outOf!: number;

  @Field({ description: 'Whether it got full points.' })
  correct!: boolean;

  @Field(() => Answer, { description: 'What would have been right.' })
  key!: Answer;

  @Field(() => WordsType, { nullable: true, description: 'Why.' })
  explanation!: WordsType | null;

  @Field(() => [ID], { description: 'Entries of the law register behind it.' })
  lawIds!: readonly string[];

  static of(feedback: ItemFeedback): ItemResult {
    const { explanation, key } = feedback;
    return Object.assign(new ItemResult(), {
      ...feedback,
      key: Answer.of(key),
      explanation: explanation === null ? null : wordsOf(explanation),
    });
  }
}

@ObjectType('AttemptResult', { description: 'A released result.' })
export class AttemptResultType {
  @Field(() => Float, { description: 'Points reached.' })
  score!: number;

  @Field(() => Float, { description: 'Points possible.' })
  outOf!: number;

  @Field(() => Int, { description: 'Whole percent, rounded down.' })
  percent!: number;

  @Field(() => Int, { description: 'Percent of the points needed to pass.' })
  passMark!: number;

  @Field({ description: 'Whether the points reach the pass mark, before any rounding.' })
  passed!: boolean;

  @Field(() => [ItemResult], { description: 'Item by item, in the order of the paper.' })
  items!: ItemResult[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When another attempt may start; null when none may.',
  })
  nextAttemptFrom!: Date | null;

  @Field(() => Int, { description: 'Attempts that are left; 0 once passed.' })
  attemptsLeft!: number;

  static of(result: AttemptResult): AttemptResultType {
    const items = result.items.map((item) => ItemResult.of(item));
    return Object.assign(new AttemptResultType(), { ...result, items });
  }
}

@ObjectType('AttemptSummary', { description: 'One’s attempt, without its paper.' })
export class AttemptSummaryType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field(() => Int, { description: '1, 2, 3… of this enrolment and component.' })
  number!: number;

  @Field(() => AttemptStateEnum, { description: 'Where it stands.' })
  state!: AttemptSummary['state'];

  @Field(() => DateTimeScalar, { description: 'When it started.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ended; its deadline if time ended it.',
  })
  finishedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Whole percent; null until released.' })
  percent!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Null until released.' })
  passed!: boolean | null;

  static of(summary: AttemptSummary): AttemptSummaryType {
    return Object.assign(new AttemptSummaryType(), summary);
  }
}

@ObjectType('Attempt', { description: 'One’s own attempt and its frozen paper.' })
export class AttemptType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field(() => ID, { description: 'The sitting it was started in.' })
  sittingId!: string;

  @Field({ description: 'The course: `OLH-101`.' })
  courseCode!: string;

  @Field(() => WordsType, { description: 'The course’s title as it stood at the start.' })
  courseTitle!: WordsType;

  @Field(() => Int, { description: '1, 2, 3… of this enrolment and component.' })
  number!: number;

  @Field(() => AttemptStateEnum, { description: 'Where it stands.' })
  state!: Attempt['state'];

  @Field(() => DateTimeScalar, { description: 'When it started.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'From this instant on no answer is saved.' })
  deadline!: Date;

  @Field(() => DateTimeScalar, {
    description: 'The server’s clock at this answer: count down by it, not by your own.',
  })
  serverTime!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ended; its deadline if time ended it.',
  })
  finishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '`person` or `time`; null while it runs.' })
  finishedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The key that saveAnswer needs; only startAttempt and resumeAttempt give one.',
  })
  writer!: string | null;

  @Field(() => AttemptClockType, { description: 'How its time stands at this answer.' })
  clock!: AttemptClockType;

  @Field(() => PaperFormatType, {
    nullable: true,
    description: 'How it is to be presented; null where nothing was adjusted.',
  })
  format!: PaperFormatType | null;

  @Field(() => [ID], {
    description: 'Items answered before an operational recall: their answers stand and cannot be changed.',
  })
  lockedItemIds!: readonly string[];

  @Field(() => [PaperItemType], {
    description: 'The paper, frozen at the start; after a recall with new items. Empty while SUSPENDED.',
  })
  paper!: PaperItemType[];

  @Field(() => [SavedAnswer], { description: 'What has been saved.' })
  answers!: SavedAnswer[];

  /** What the field `result` is resolved from. */
  readonly source!: Attempt;

  /** The attempt without its writer key, which only a start or a resume may show. */
  static of(attempt: Attempt, serverTime: Date): AttemptType {
    const { id, sittingId, courseCode, number, state, startedAt, deadline, finishedAt, finishedBy } = attempt;
    return Object.assign(new AttemptType(), {
      ...{ id, sittingId, courseCode, number, state, startedAt, deadline, finishedAt, finishedBy },
      courseTitle: wordsOf(attempt.courseTitle),
      serverTime,
      writer: null,
      paper: attempt.state === 'SUSPENDED' ? [] : paperOf(attempt),
      clock: AttemptClockType.of(attempt, serverTime),
      format: formatOf(attempt),
      lockedItemIds: attempt.lockedItemIds,
      answers: answersOf(attempt),
      source: attempt,
    });
  }

  /** The attempt with its writer key while it runs. */
  static withWriter(attempt: Attempt, serverTime: Date): AttemptType {
    const writer = attempt.state === 'OPEN' ? attempt.writer : null;
    return Object.assign(AttemptType.of(attempt, serverTime), { writer });
  }
}

function paperOf({ paper }: Attempt): PaperItemType[] {
  return paper.map((item, index) => PaperItemType.of(item, index));
}

function formatOf({ terms }: Attempt): PaperFormatType | null {
  return terms.adjustment === null ? null : PaperFormatType.of(terms.adjustment.format);
}

function answersOf(attempt: Attempt): SavedAnswer[] {
  return Object.entries(attempt.answers).map(([itemId, { sequence, savedAt, value }]) =>
    Object.assign(new SavedAnswer(), { itemId, sequence, savedAt, answer: Answer.of(value) }),
  );
}
