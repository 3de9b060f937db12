import {
  type Assignment,
  type AssignmentRule,
  type AssignmentRuleId,
  type AssignmentState,
  askedBy,
  type ExceptionAnswer,
  type Origin,
} from '@app/certification';
import { startOfLondonDay } from '@app/platform/clock/calendar.js';
import type { Language } from '@app/platform/context/request-context.js';
import { fill } from '@app/platform/refusal/refusal.js';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import { DateScalar } from '../../edge/scalars.js';

export const AssignmentShow = {
  OVERDUE: 'OVERDUE',
  DUE: 'DUE',
  ASKED: 'ASKED',
  HELD_BACK: 'HELD_BACK',
} as const;
registerEnumType(AssignmentShow, {
  name: 'AssignmentShow',
  description: 'Which assignments a list holds.',
  valuesMap: {
    OVERDUE: { description: 'Asked for, the day is past, and no award is in date.' },
    DUE: { description: 'Asked for, the day is to come or there is none, and no award is in date.' },
    ASKED: { description: 'Everything that is asked for, held or not.' },
    HELD_BACK: { description: 'Too little time: waiting for a decision, or decided against.' },
  },
});

export const AssignmentStatus = { ASSIGNED: 'assigned', HELD_BACK: 'held-back', ENDED: 'ended' } as const;
registerEnumType(AssignmentStatus, {
  name: 'AssignmentStatus',
  description: 'Whether rules ask somebody to hold a certification.',
  valuesMap: {
    ASSIGNED: { description: 'Some rule asks.' },
    HELD_BACK: {
      description: 'Too little time: nobody asks until somebody decides, or it was decided against.',
    },
    ENDED: { description: 'No rule asks any longer.' },
  },
});

export const AssignmentAnswer = {
  ASSIGN_ANYWAY: 'ASSIGN_ANYWAY',
  REALISTIC_DATE: 'REALISTIC_DATE',
  DO_NOT_ASSIGN: 'DO_NOT_ASSIGN',
} as const;
registerEnumType(AssignmentAnswer, {
  name: 'AssignmentAnswer',
  description: 'What is done where too little time is left.',
  valuesMap: {
    ASSIGN_ANYWAY: { description: 'Ask, by the date that the rule says.' },
    REALISTIC_DATE: { description: 'Ask, by the minimum time and a week from today.' },
    DO_NOT_ASSIGN: { description: 'Do not ask.' },
  },
});

@ObjectType('AssignmentOrigin', { description: 'One rule’s reason to ask.' })
export class AssignmentOriginType {
  @Field(() => ID, { description: 'The rule.' })
  ruleId!: string;

  @Field({ description: 'Title of the rule.' })
  title!: string;

  @Field(() => DateScalar, { description: 'The day on which the rule caught the person.' })
  on!: string;

  @Field(() => DateScalar, { nullable: true, description: 'By when it asks; null: no date.' })
  dueOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it stopped to ask; null: it asks.',
  })
  endedOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of too little time: days that were left when the rule caught the person; null: enough.',
  })
  daysLeft!: number | null;

  @Field(() => AssignmentAnswer, {
    nullable: true,
    description: 'Of too little time: what was decided; null: nothing yet, or there was enough.',
  })
  answer!: ExceptionAnswer | null;

  @Field({ description: 'Why, in the reader’s language.' })
  why!: string;
}

@ObjectType('Assignment', { description: 'All that rules ask of one person about one certification.' })
export class AssignmentType {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field({ description: 'Code of the certification.' })
  code!: string;

  @Field(() => AssignmentStatus, { description: 'Whether rules ask.' })
  state!: AssignmentState;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'By when, the strictest date of all; null: no date.',
  })
  dueOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last valid day of the award; null: there is none.',
  })
  heldTo!: string | null;

  @Field(() => [AssignmentOriginType], { description: 'Each rule that asks or asked.' })
  origins!: AssignmentOriginType[];
}

@InputType({ description: 'Whom a rule is not to catch, and why.' })
export class LeaveOutOfAssignmentRuleInput {
  @Field(() => ID, { description: 'The rule.' })
  ruleId!: string;

  @Field(() => ID, { description: 'The person, not oneself. Refused: ASSIGNMENT_OWN.' })
  personId!: string;

  @Field({ description: 'Why, 1–2,000 characters; kept where it can be erased.' })
  reason!: string;
}

@InputType({ description: 'Whom a rule may catch again, and why.' })
export class LetIntoAssignmentRuleInput {
  @Field(() => ID, { description: 'The rule.' })
  ruleId!: string;

  @Field(() => ID, { description: 'The person, not oneself. Refused: ASSIGNMENT_OWN.' })
  personId!: string;

  @Field({ description: 'Why, 1–2,000 characters; kept where it can be erased.' })
  reason!: string;
}

@InputType({ description: 'A decision about somebody who has too little time.' })
export class DecideAssignmentExceptionInput {
  @Field(() => ID, { description: 'The rule.' })
  ruleId!: string;

  @Field(() => ID, { description: 'The person, not oneself. Refused: ASSIGNMENT_NOTHING_TO_DECIDE.' })
  personId!: string;

  @Field(() => AssignmentAnswer, { description: 'What is done. It is remembered, and may be decided anew.' })
  answer!: ExceptionAnswer;

  @Field({ description: 'Why, 1–2,000 characters; kept where it can be erased.' })
  reason!: string;
}

export const AssignmentConnection = connectionOf(AssignmentType);
export const DecideAssignmentExceptionResult = resultOf('DecideAssignmentException', AssignmentType);

const WHY = {
  asks: {
    en: 'The rule “{title}” asks for it since {on, date, long}.',
    cy: 'Mae’r rheol “{title}” yn gofyn amdano ers {on, date, long}.',
  },
  short: {
    en: 'The rule “{title}” left too little time. A training lead decides what is asked.',
    cy: 'Gadawodd y rheol “{title}” rhy ychydig o amser. Mae arweinydd hyfforddi yn penderfynu beth a ofynnir.',
  },
  spared: {
    en: 'The rule “{title}” left too little time, and it was decided not to ask.',
    cy: 'Gadawodd y rheol “{title}” rhy ychydig o amser, a phenderfynwyd peidio â gofyn.',
  },
  ended: {
    en: 'The rule “{title}” asked for it until {on, date, long}.',
    cy: 'Gofynnodd y rheol “{title}” amdano tan {on, date, long}.',
  },
} as const;

function whyOf({ exception, endedOn }: Origin): keyof typeof WHY {
  if (endedOn !== null) return 'ended';
  if (exception === null) return 'asks';
  if (exception.answer === null) return 'short';
  return exception.answer === 'DO_NOT_ASSIGN' ? 'spared' : 'asks';
}

type Rules = ReadonlyMap<AssignmentRuleId, Pick<AssignmentRule, 'title'>>;

function originType(origin: Origin, rules: Rules, language: Language): AssignmentOriginType {
  const { ruleId, on, endedOn, exception } = origin;
  const title = rules.get(ruleId)?.title ?? '';
  const facts = { title, on: startOfLondonDay(endedOn ?? on) };
  return {
    ...{ ruleId, title, on, endedOn, dueOn: askedBy(origin) },
    ...{ daysLeft: exception?.daysLeft ?? null, answer: exception?.answer ?? null },
    why: fill(WHY[whyOf(origin)], facts, language),
  };
}

/** An assignment for the API. */
export function assignmentType(assignment: Assignment, rules: Rules, language: Language): AssignmentType {
  const { personId, code, state, dueOn, heldTo, origins } = assignment;
  return {
    ...{ personId, code, state, dueOn, heldTo },
    origins: origins.map((origin) => originType(origin, rules, language)),
  };
}
