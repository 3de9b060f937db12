import type { FinalMark, Mark, MarkedResponse, ReleasedResponse, ResponseInReview } from '@app/assessment';
import { ArgsType, Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { DateTimeScalar } from '../../edge/scalars.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';
import { CriterionPointsType, MarkCriterionType } from './marking-task.type.js';

export const ResponseStateEnum = {
  NOT_MARKED: 'NOT_MARKED',
  IN_MARKING: 'IN_MARKING',
  MARKING_COMPLETED: 'MARKING_COMPLETED',
  IN_REVIEW: 'IN_REVIEW',
  READY_FOR_RELEASE: 'READY_FOR_RELEASE',
  RELEASED: 'RELEASED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
registerEnumType(ResponseStateEnum, {
  name: 'ResponseState',
  description: 'Where a response stands on its way to a mark.',
  valuesMap: {
    NOT_MARKED: { description: 'Nobody has opened it.' },
    IN_MARKING: { description: 'A mark is missing.' },
    MARKING_COMPLETED: { description: 'Two marks agree and wait to be accepted.' },
    IN_REVIEW: { description: 'The moderator must look.' },
    READY_FOR_RELEASE: { description: 'It has a final mark that nobody knows yet.' },
    RELEASED: { description: 'Its candidate knows.' },
    WITHDRAWN: { description: 'Its attempt or work counts no more.' },
  },
});

@ObjectType('ProvisionalMark', { description: 'One marker’s mark, as the moderator sees it.' })
export class ProvisionalMarkType {
  @Field(() => ID, { description: 'What withdrawMark wants.' })
  id!: string;

  @Field(() => ID, { description: 'Who gave it.' })
  markerId!: string;

  @Field(() => [CriterionPointsType], { description: 'Criterion by criterion.' })
  criteria!: CriterionPointsType[];

  @Field(() => Float, { description: 'Their sum.' })
  total!: number;

  @Field(() => String, { nullable: true, description: 'What the marker wrote.' })
  comment!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  givenAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was taken back; null while it stands.',
  })
  withdrawnAt!: Date | null;

  @Field({ description: 'Whether the standing under which it was given was lost afterwards.' })
  isFlagged!: boolean;

  @Field({
    description: 'The last day on which its marker was in date, as known when it was given; or empty.',
  })
  inDateUntil!: string;

  static of(mark: Mark): ProvisionalMarkType {
    const { id, markerId, total, comment, givenAt, withdrawnAt, standing } = mark;
    return Object.assign(new ProvisionalMarkType(), {
      ...{ id, markerId, total, comment, givenAt, withdrawnAt },
      criteria: CriterionPointsType.all(mark.criteria),
      isFlagged: mark.flags.length > 0,
      inDateUntil: standing.lastValidDay ?? '',
    });
  }
}

@ObjectType('FinalMark', { description: 'A mark that counts, or counted before a later one.' })
export class FinalMarkType {
  @Field(() => [CriterionPointsType], { description: 'Criterion by criterion.' })
  criteria!: CriterionPointsType[];

  @Field(() => Float, { description: 'Their sum.' })
  awarded!: number;

  @Field(() => String, { nullable: true, description: 'What the candidate reads with it.' })
  comment!: string | null;

  @Field({ description: '`single`, `agreed` or `moderator`.' })
  by!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  at!: Date;

  static of({ criteria, awarded, comment, by, at }: FinalMark): FinalMarkType {
    const all = CriterionPointsType.all(criteria);
    return Object.assign(new FinalMarkType(), { criteria: all, awarded, comment, by, at });
  }
}

@ObjectType('ResponseInReview', {
  description: 'A response as its moderator sees it: with both marks, without a name.',
})
export class ResponseInReviewType {
  @Field(() => ID, { description: 'What moderateResponse wants.' })
  id!: string;

  @Field({ description: 'Eight letters and digits in place of a name.' })
  candidateCode!: string;

  @Field(() => ResponseStateEnum, { description: 'Where it stands.' })
  state!: MarkedResponse['state'];

  @Field(() => WordsType, { description: 'The question or task.' })
  prompt!: WordsType;

  @Field(() => [MarkCriterionType], { description: 'What to mark by.' })
  rubric!: MarkCriterionType[];

  @Field(() => String, { nullable: true, description: 'What the candidate wrote; null for files only.' })
  text!: string | null;

  @Field(() => [ProvisionalMarkType], { description: 'Every mark, withdrawn ones too, first to last.' })
  marks!: ProvisionalMarkType[];

  @Field(() => [FinalMarkType], { description: 'Every final mark, first to last; the last one counts.' })
  finals!: FinalMarkType[];

  /** Not shown: the field `files` makes addresses of them. */
  fileIds!: readonly string[];

  static of(response: ResponseInReview): ResponseInReviewType {
    const { id, candidateCode, state, prompt, rubric, text, fileIds, marks, finals } = response;
    return Object.assign(new ResponseInReviewType(), {
      ...{ id, candidateCode, state, text, fileIds, prompt: wordsOf(prompt) },
      rubric: MarkCriterionType.all(rubric),
      marks: marks.map((mark) => ProvisionalMarkType.of(mark)),
      finals: finals.map((final) => FinalMarkType.of(final)),
    });
  }
}

@ArgsType()
export class InRoundArgs {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => ResponseStateEnum, { description: 'Only in this state.' })
  state!: MarkedResponse['state'];
}

export const ResponseInReviewConnection = connectionOf(ResponseInReviewType);

@ObjectType('MyMarkedResponse', { description: 'One’s own response with its mark, once released.' })
export class MyMarkedResponseType {
  @Field(() => ID, { description: 'Names the response.' })
  id!: string;

  @Field({ description: 'The course: `OLH-101`.' })
  courseCode!: string;

  @Field({ description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => ID, { description: 'The attempt or the work that it was handed in with.' })
  sourceId!: string;

  @Field(() => WordsType, { description: 'The question or task.' })
  prompt!: WordsType;

  @Field(() => [MarkCriterionType], { description: 'What it was marked by.' })
  rubric!: MarkCriterionType[];

  @Field(() => [CriterionPointsType], { description: 'What each criterion got.' })
  criteria!: CriterionPointsType[];

  @Field(() => Float, { description: 'Their sum.' })
  awarded!: number;

  @Field(() => Float, { description: 'What it could have got.' })
  outOf!: number;

  @Field(() => String, { nullable: true, description: 'What was written about it; never by whom.' })
  comment!: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when it may be known.' })
  releasedAt!: Date;

  static of(response: ReleasedResponse): MyMarkedResponseType {
    const { prompt, rubric, criteria, ...rest } = response;
    return Object.assign(new MyMarkedResponseType(), {
      ...rest,
      prompt: wordsOf(prompt),
      rubric: MarkCriterionType.all(rubric),
      criteria: CriterionPointsType.all(criteria),
    });
  }
}

export const MyMarkedResponseConnection = connectionOf(MyMarkedResponseType);
