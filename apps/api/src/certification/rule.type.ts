import type { Certification, CertificationRule } from '@app/certification';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { resultOf } from '../edge/refused.js';
import { DateScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';

export const ExpiryRule = { COMPLETION: 'COMPLETION', EXPIRY: 'EXPIRY', FIXED: 'FIXED' } as const;
registerEnumType(ExpiryRule, {
  name: 'ExpiryRule',
  description: 'How the last valid day follows from a completion.',
  valuesMap: {
    COMPLETION: { description: 'From the completion.' },
    EXPIRY: {
      description:
        'On time, from the previous last valid day (first, the due date); late, from the completion.',
    },
    FIXED: {
      description: 'The next of the dates counted from the due date, else from the first completion.',
    },
  },
});

export const RequirementKind = {
  COURSE: 'course',
  COMPONENT: 'component',
  OBSERVED: 'observed',
  EXTERNAL: 'external',
  CERTIFICATION: 'certification',
} as const;
registerEnumType(RequirementKind, {
  name: 'RequirementKind',
  description: 'What a requirement is for.',
  valuesMap: {
    COURSE: { description: 'An award of a course.' },
    COMPONENT: { description: 'One component of a course: `CODE/key`.' },
    OBSERVED: { description: 'Practice observed in a skill, at a level.' },
    EXTERNAL: { description: 'A certificate of another body in a skill, at a level.' },
    CERTIFICATION: { description: 'Another certification, held in date.' },
  },
});
type Kind = (typeof RequirementKind)[keyof typeof RequirementKind];

@InputType({ description: 'One condition of a route.' })
export class RequirementInput {
  @Field(() => RequirementKind, { description: 'What it is for.' })
  kind!: Kind;

  @Field({ description: 'Course code, `CODE/component`, key of a skill, or code of a certification.' })
  key!: string;

  @Field(() => Int, {
    nullable: true,
    description: '1–4 for OBSERVED and EXTERNAL; left out for the others.',
  })
  level?: number | null;
}

@InputType({ description: 'The way back after a lapse.' })
export class ReturnRouteInput {
  @Field(() => Int, { description: 'For a lapse of less than so many calendar months.' })
  underMonths!: number;

  @Field(() => [RequirementInput], { description: 'What it asks for.' })
  requirements!: RequirementInput[];
}

@InputType({ description: 'A version of a certification’s rule. It applies to completions from a day on.' })
export class PublishCertificationRuleInput {
  @Field({ description: 'Code of the certification: capitals, digits and hyphens, 2 to 60. New or known.' })
  code!: string;

  @Field({ description: 'Title in English, at most 200 characters.' })
  title!: string;

  @Field(() => DateScalar, {
    description: 'The first day whose completions it governs. Refused: RULE_BACKDATED.',
  })
  appliesFrom!: CalendarDate;

  @Field(() => ExpiryRule, { description: 'How the last valid day follows.' })
  expiry!: CertificationRule['expiry'];

  @Field(() => Int, { description: 'Validity in calendar months, 1–120. Refused: RULE_MONTHS_WRONG.' })
  activeMonths!: number;

  @Field(() => Int, {
    description: 'Window in calendar months, shorter than the validity. Refused: RULE_WINDOW_TOO_LONG.',
  })
  windowMonths!: number;

  @Field(() => Int, { description: 'Of FIXED: window to validity; else 0. Refused: RULE_MINIMUM_WRONG.' })
  minimumActiveMonths!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Days before the window from which work counts; any time when left out.',
  })
  earlyDays?: number | null;

  @Field(() => [RequirementInput], { description: 'The first route.' })
  initial!: RequirementInput[];

  @Field(() => [[RequirementInput]], { description: 'Renewal routes, taken in turn; none: the first route.' })
  renewals!: RequirementInput[][];

  @Field(() => [ReturnRouteInput], {
    description: 'Ways back, shortest lapse first; beyond them the first route.',
  })
  returns!: ReturnRouteInput[];

  @Field({ description: 'Whether holders count for cover only with recorded authority to practise.' })
  needsAuthority!: boolean;

  @Field(() => [String], {
    description: 'Components, `CODE/key`, whose failure suspends a holder’s authority at once.',
  })
  proficiencyTests!: string[];
}

@ObjectType('CertificationRule', { description: 'One version of a certification’s rule.' })
export class CertificationRuleType {
  @Field(() => Int, { description: '1, 2, 3…' })
  number!: number;

  @Field(() => DateScalar, { description: 'The first day whose completions it governs.' })
  appliesFrom!: string;

  @Field(() => ExpiryRule, { description: 'How the last valid day follows.' })
  expiry!: CertificationRule['expiry'];

  @Field(() => Int, { description: 'Validity in calendar months.' })
  activeMonths!: number;

  @Field(() => Int, { description: 'Window in calendar months; 0: none.' })
  windowMonths!: number;

  @Field(() => Int, { description: 'Of FIXED: the least validity in calendar months.' })
  minimumActiveMonths!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Days before the window from which work counts; null: any time.',
  })
  earlyDays!: number | null;

  @Field({ description: 'Whether holders count for cover only with recorded authority.' })
  needsAuthority!: boolean;
}

@ObjectType('Certification', { description: 'A certification and the versions of its rule, oldest first.' })
export class CertificationType {
  @Field({ description: 'Its code; that of the course which brings it.' })
  code!: string;

  @Field(() => WordsType, { description: 'Its title.' })
  title!: WordsType;

  @Field({ description: 'Whether a course brings it.' })
  ofCourse!: boolean;

  @Field(() => [CertificationRuleType], { description: 'Rule versions, oldest first.' })
  rules!: CertificationRuleType[];
}

export const PublishCertificationRuleResult = resultOf('PublishCertificationRule', CertificationType);

/** A certification for the API. */
export function certificationType({ code, title, ofCourse, rules }: Certification): CertificationType {
  return { code, title: wordsOf(title), ofCourse, rules: [...rules] };
}
