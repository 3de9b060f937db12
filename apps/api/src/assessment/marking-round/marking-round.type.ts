import type { Marker, MarkingRound, RoundProgress } from '@app/assessment';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { DateTimeScalar } from '../../edge/scalars.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';

export const DoubleMarkingEnum = { NONE: 'NONE', SAMPLE: 'SAMPLE', ALL: 'ALL' } as const;
registerEnumType(DoubleMarkingEnum, {
  name: 'DoubleMarking',
  description: 'Which responses get two blind marks.',
  valuesMap: {
    NONE: { description: 'None.' },
    SAMPLE: { description: 'A share, drawn by the round’s seed.' },
    ALL: { description: 'Every one.' },
  },
});

export const MarkerPanelEnum = { FORCE: 'FORCE', COLLEGE: 'COLLEGE', BOTH: 'BOTH' } as const;
registerEnumType(MarkerPanelEnum, {
  name: 'MarkerPanel',
  description: 'Whose markers a round draws on.',
  valuesMap: {
    FORCE: { description: 'Those whom the force named.' },
    COLLEGE: { description: 'Those whom the College named; they see candidate codes only.' },
    BOTH: { description: 'Both.' },
  },
});

@ObjectType('Marker', { description: 'Somebody named to mark a component.' })
export class MarkerType {
  @Field(() => ID, { description: 'Names the naming.' })
  id!: string;

  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field({ description: 'The course.' })
  courseCode!: string;

  @Field({ description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  namedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; null while they mark.' })
  endedAt!: Date | null;

  static of({ id, personId, courseCode, componentKey, namedAt, endedAt }: Marker): MarkerType {
    const shown = { id, personId, courseCode, componentKey, namedAt, endedAt };
    return Object.assign(new MarkerType(), shown);
  }
}

@ObjectType('DeskLoad', { description: 'How much of a round one marker has.' })
export class DeskLoadType {
  @Field(() => ID, { description: 'The marker: a person of the force, or of the College.' })
  markerId!: string;

  @Field(() => Int, { description: 'Responses allocated to them, marked or not.' })
  allocated!: number;
}

@ObjectType('MarkingProgress', { description: 'How far a round is, in responses.' })
export class MarkingProgressType {
  @Field(() => Int, { description: 'Nobody has opened them.' })
  notMarked!: number;

  @Field(() => Int, { description: 'A mark is missing.' })
  inMarking!: number;

  @Field(() => Int, { description: 'Two marks agree: the moderator accepts them.' })
  markingCompleted!: number;

  @Field(() => Int, { description: 'The moderator must look.' })
  inReview!: number;

  @Field(() => Int, { description: 'With a final mark that nobody knows yet.' })
  readyForRelease!: number;

  @Field(() => Int, { description: 'Their candidates know.' })
  released!: number;

  @Field(() => Int, { description: 'Marks for which there is no marker: name more.' })
  unfilled!: number;

  @Field(() => [DeskLoadType], { description: 'What each marker has.' })
  desks!: DeskLoadType[];

  @Field(() => [MarkerType], { description: 'The force’s own markers of the component.' })
  markers!: MarkerType[];

  static of({ states, unfilled, desks, markers }: RoundProgress): MarkingProgressType {
    return Object.assign(new MarkingProgressType(), {
      notMarked: states.NOT_MARKED,
      inMarking: states.IN_MARKING,
      markingCompleted: states.MARKING_COMPLETED,
      inReview: states.IN_REVIEW,
      readyForRelease: states.READY_FOR_RELEASE,
      released: states.RELEASED,
      unfilled,
      desks: desks.map((desk) => Object.assign(new DeskLoadType(), desk)),
      markers: markers.map((marker) => MarkerType.of(marker)),
    });
  }
}

@ObjectType('MarkingRound', { description: 'The marking of one component in the force, by people.' })
export class MarkingRoundType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field({ description: 'The course: `OLH-101`.' })
  courseCode!: string;

  @Field(() => WordsType, { description: 'The course’s title as it stood at the opening.' })
  courseTitle!: WordsType;

  @Field({ description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => DoubleMarkingEnum, { description: 'Which responses get two blind marks.' })
  doubleMarking!: MarkingRound['terms']['doubleMarking'];

  @Field(() => Int, { description: 'The share of SAMPLE, per cent.' })
  doublePercent!: number;

  @Field(() => Int, {
    description: 'The share of single-marked responses that the moderator sees, per cent.',
  })
  reviewPercent!: number;

  @Field(() => Float, { description: 'How many points two marks may lie apart and still agree.' })
  tolerance!: number;

  @Field(() => MarkerPanelEnum, { description: 'Whose markers it draws on.' })
  panel!: MarkingRound['terms']['panel'];

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  openedAt!: Date;

  /** Not shown: fields ask by it. */
  round!: MarkingRound;

  static of(round: MarkingRound): MarkingRoundType {
    const { id, courseCode, courseTitle, componentKey, terms, openedAt } = round;
    const { doubleMarking, doublePercent, reviewPercent, tolerance, panel } = terms;
    return Object.assign(new MarkingRoundType(), {
      ...{ id, courseCode, courseTitle: wordsOf(courseTitle), componentKey, openedAt, round },
      ...{ doubleMarking, doublePercent, reviewPercent, tolerance, panel },
    });
  }
}

export const MarkingRoundConnection = connectionOf(MarkingRoundType);
