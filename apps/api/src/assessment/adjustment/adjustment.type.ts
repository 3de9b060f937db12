import {
  type Adjustment,
  type AdjustmentFields,
  type AdjustmentGroup,
  type FixedTimeDeclared,
  type GivenReason,
  NO_FIELDS,
} from '@app/assessment';
import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, PageArgs } from '../../edge/paging.js';
import { DateScalar, DateTimeScalar } from '../../edge/scalars.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';

export const AdjustmentStateEnum = {
  ASKED: 'ASKED',
  GRANTED: 'GRANTED',
  REFUSED: 'REFUSED',
  WITHDRAWN: 'WITHDRAWN',
  ENDED: 'ENDED',
} as const;
registerEnumType(AdjustmentStateEnum, {
  name: 'AdjustmentState',
  description: 'Where an adjustment stands.',
  valuesMap: {
    ASKED: { description: 'It waits for a decision.' },
    GRANTED: { description: 'It holds on the days from its first to its last.' },
    REFUSED: { description: 'It was turned down; `decision` says why.' },
    WITHDRAWN: { description: 'The person took it back.' },
    ENDED: { description: 'It was ended; `decision` says why.' },
  },
});

export const AdjustmentLevelEnum = {
  ATTEMPT: 'ATTEMPT',
  ASSESSMENT: 'ASSESSMENT',
  PERSON: 'PERSON',
  GROUP: 'GROUP',
} as const;
registerEnumType(AdjustmentLevelEnum, {
  name: 'AdjustmentLevel',
  description: 'How narrow an adjustment is: a narrower one goes before a wider one, field by field.',
  valuesMap: {
    ATTEMPT: { description: 'For one running attempt.' },
    ASSESSMENT: { description: 'For one person at one course.' },
    PERSON: { description: 'For one person, whatever they sit.' },
    GROUP: { description: 'For everybody of a group.' },
  },
});

@ObjectType('AdjustmentFields', { description: 'What an adjustment says; null where it says nothing.' })
export class AdjustmentFieldsType {
  @Field(() => Float, { nullable: true, description: 'Times the usual limit, 1.00–4.00.' })
  multiplier!: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes on top, 0–240.' })
  extraMinutes!: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes of rest in all, 0–120.' })
  restMinutes!: number | null;

  @Field(() => Int, { nullable: true, description: 'Attempts on top in one enrolment, 0–5.' })
  extraAttempts!: number | null;

  @Field(() => String, { nullable: true, description: '`LARGE`, `LARGER` or `LARGEST`.' })
  textSize!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`CREAM`, `BLUE`, `GREEN`, `PINK`, `YELLOW`, `DARK` or `HIGH_CONTRAST`.',
  })
  pageColours!: string | null;

  @Field(() => String, { nullable: true, description: '`en` or `cy`.' })
  language!: string | null;

  @Field(() => String, { nullable: true, description: '`READER`, `SCRIBE` or `READER_AND_SCRIBE`.' })
  readerOrScribe!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether papers are read with a screen reader.' })
  screenReader!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether papers are sat in a room apart.' })
  separateRoom!: boolean | null;
}

@InputType({ description: 'What an adjustment says; at least one of them.' })
export class AdjustmentFieldsInput {
  @Field(() => Float, {
    nullable: true,
    description: 'Times the usual limit, 1.00–4.00, two decimals at most.',
  })
  multiplier?: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes on top, 0–240.' })
  extraMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes of rest in all, 0–120.' })
  restMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Attempts on top in the present enrolment, 0–5; needs a course.',
  })
  extraAttempts?: number | null;

  @Field(() => String, { nullable: true, description: '`LARGE`, `LARGER` or `LARGEST`.' })
  textSize?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`CREAM`, `BLUE`, `GREEN`, `PINK`, `YELLOW`, `DARK` or `HIGH_CONTRAST`.',
  })
  pageColours?: string | null;

  @Field(() => String, { nullable: true, description: '`en` or `cy`.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: '`READER`, `SCRIBE` or `READER_AND_SCRIBE`.' })
  readerOrScribe?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether papers are read with a screen reader.' })
  screenReader?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether papers are sat in a room apart.' })
  separateRoom?: boolean | null;
}

/** The fields as the domain takes them, which judges them: what was left out says nothing. */
export function fieldsOf(input: AdjustmentFieldsInput): AdjustmentFields {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  return { ...NO_FIELDS, ...(Object.fromEntries(given) as Partial<AdjustmentFields>) };
}

@ObjectType('AdjustmentStep', { description: 'One thing that happened to an adjustment.' })
export class AdjustmentStepType {
  @Field(() => AdjustmentStateEnum, { description: 'What it became.' })
  what!: Adjustment['state'];

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => AdjustmentFieldsType, { description: 'What it said then.' })
  fields!: AdjustmentFieldsType;
}

@ObjectType('Adjustment', {
  description:
    'What is different for a person or a group when they are assessed. Never why: see adjustmentReasons.',
})
export class AdjustmentType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field(() => AdjustmentLevelEnum, { description: 'How narrow it is.' })
  level!: Adjustment['level'];

  @Field(() => ID, { nullable: true, description: 'Whose it is; null for a group’s.' })
  personId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The group whose it is; null for a person’s.' })
  groupId!: string | null;

  @Field(() => String, { nullable: true, description: 'The one course it is for; null for every course.' })
  courseCode!: string | null;

  @Field(() => ID, { nullable: true, description: 'The one attempt it is for; null for every attempt.' })
  attemptId!: string | null;

  @Field(() => AdjustmentStateEnum, { description: 'Where it stands.' })
  state!: Adjustment['state'];

  @Field(() => AdjustmentFieldsType, { description: 'What it says.' })
  fields!: AdjustmentFieldsType;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which it holds; null for no end.',
  })
  validTo!: string | null;

  @Field(() => String, { nullable: true, description: 'What the person is told of a refusal or an ending.' })
  decision!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided; null while it waits.' })
  decidedAt!: Date | null;

  @Field(() => [AdjustmentStepType], { description: 'What happened to it, first to last.' })
  history!: readonly AdjustmentStepType[];

  static of(adjustment: Adjustment): AdjustmentType {
    return Object.assign(new AdjustmentType(), adjustment);
  }
}

@ArgsType()
export class AdjustmentsArgs extends PageArgs {
  @Field(() => AdjustmentStateEnum, { description: 'Those that stand so.' })
  state!: keyof typeof AdjustmentStateEnum;

  @Field(() => ID, { nullable: true, description: 'Only of this person.' })
  personId?: string | null;
}

export const AdjustmentConnection = connectionOf(AdjustmentType);

@ObjectType('AdjustmentReason', {
  description: 'Why an adjustment was asked for or granted, as somebody wrote it.',
})
export class AdjustmentReasonType {
  @Field({ description: 'Their words.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  static of({ text, at }: GivenReason): AdjustmentReasonType {
    return Object.assign(new AdjustmentReasonType(), { text, at });
  }
}

@ObjectType('AdjustmentReasons', { description: 'Why an adjustment was asked for and granted.' })
export class AdjustmentReasonsType {
  @Field(() => [AdjustmentReasonType], { description: 'Each as it was given, first to last.' })
  reasons!: AdjustmentReasonType[];

  static of(reasons: readonly GivenReason[]): AdjustmentReasonsType {
    const given = reasons.map((reason) => AdjustmentReasonType.of(reason));
    return Object.assign(new AdjustmentReasonsType(), { reasons: given });
  }
}

@ObjectType('AdjustmentGroup', { description: 'People who share adjustments.' })
export class AdjustmentGroupType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field({ description: 'One of a name in a force.' })
  name!: string;

  @Field(() => [ID], { description: 'Who is in it.' })
  personIds!: readonly string[];

  static of({ id, name, personIds }: AdjustmentGroup): AdjustmentGroupType {
    return Object.assign(new AdjustmentGroupType(), { id, name, personIds });
  }
}

@ObjectType('FixedTime', { description: 'Whether a paper gives everybody the same time.' })
export class FixedTimeType {
  @Field({ description: 'The course.' })
  courseCode!: string;

  @Field({ description: 'Its paper.' })
  componentKey!: string;

  @Field(() => WordsType, {
    nullable: true,
    description: 'Why, as candidates read it; null when it does not.',
  })
  reason!: WordsType | null;

  static of({ courseCode, componentKey, reason }: FixedTimeDeclared): FixedTimeType {
    const words = reason === null ? null : wordsOf(reason);
    return Object.assign(new FixedTimeType(), { courseCode, componentKey, reason: words });
  }
}
