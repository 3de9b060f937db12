import type { Condition, DueRule } from '@app/certification';
import type { UnitId } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { idArg } from '../../edge/ids.js';
import { DateScalar } from '../../edge/scalars.js';

export const AssignmentMatch = { ALL: 'all', ANY: 'any' } as const;
registerEnumType(AssignmentMatch, {
  name: 'AssignmentMatch',
  description: 'How the conditions of an audience go together.',
  valuesMap: {
    ALL: { description: 'One posting meets every condition about postings, and the others hold too.' },
    ANY: { description: 'One condition is enough.' },
  },
});

export const AssignmentConditionKind = {
  UNIT: 'unit',
  RANK: 'rank',
  ROLE: 'role',
  POSTED: 'posted',
  GAP: 'gap',
  EXPIRING: 'expiring',
} as const;
registerEnumType(AssignmentConditionKind, {
  name: 'AssignmentConditionKind',
  description: 'What a condition of an audience looks at.',
  valuesMap: {
    UNIT: { description: 'Posted to one of the units or below it.' },
    RANK: { description: 'Of one of the ranks.' },
    ROLE: { description: 'In one of the roles.' },
    POSTED: { description: 'The posting began on or after a day, or so many days ago at most.' },
    GAP: { description: 'A skill is not held in date at a level, or at that which the role needs.' },
    EXPIRING: { description: 'An award runs out within so many days, or has since the rule was on.' },
  },
});

export const AssignmentDueBase = { POSTING: 'posting', RULE: 'rule', EXPIRY: 'expiry' } as const;
registerEnumType(AssignmentDueBase, {
  name: 'AssignmentDueBase',
  description: 'What a relative due date counts from.',
  valuesMap: {
    POSTING: { description: 'The first day of the posting that caught the person.' },
    RULE: { description: 'The day on which the rule was first switched on.' },
    EXPIRY: { description: 'The last valid day of the award that runs out.' },
  },
});

@InputType({ description: 'One condition of an audience; only the fields of its kind count.' })
export class AssignmentConditionInput {
  @Field(() => AssignmentConditionKind, { description: 'What it looks at.' })
  kind!: (typeof AssignmentConditionKind)[keyof typeof AssignmentConditionKind];

  @Field(() => [ID], { nullable: true, description: 'Of UNIT: 1 to 100 units.' })
  unitIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of RANK: 1 to 100 ranks, by key.' })
  rankIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of ROLE: 1 to 100 roles, by key.' })
  roleIds?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Of POSTED: the earliest first day.' })
  since?: CalendarDate | null;

  @Field(() => Int, { nullable: true, description: 'Of POSTED and EXPIRING: days, 0–3,660.' })
  withinDays?: number | null;

  @Field(() => String, { nullable: true, description: 'Of GAP: key of the skill.' })
  skill?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of GAP: the level, 1–4; left out, what the role needs.' })
  level?: number | null;

  @Field(() => String, { nullable: true, description: 'Of EXPIRING: code of the certification.' })
  code?: string | null;
}

@InputType({ description: 'By when: a fixed day (`on`), or months and then days after a base.' })
export class AssignmentDueInput {
  @Field(() => DateScalar, { nullable: true, description: 'A fixed day. Refused: ASSIGNMENT_DUE_PAST.' })
  on?: CalendarDate | null;

  @Field(() => AssignmentDueBase, {
    nullable: true,
    description: 'What the date counts from; RULE when left out.',
  })
  base?: (typeof AssignmentDueBase)[keyof typeof AssignmentDueBase] | null;

  @Field(() => Int, { nullable: true, description: 'Calendar months after the base, 0–120.' })
  months?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days after that, 0–3,660; of EXPIRY from -3,660.' })
  days?: number | null;
}

@InputType({
  description: 'A rule of assignment, new or changed. Nobody is assigned by it until it is switched on.',
})
export class SaveAssignmentRuleInput {
  @Field(() => ID, { nullable: true, description: 'The rule to change; left out: a new one.' })
  ruleId?: string | null;

  @Field({ description: '1–200 characters, one rule’s alone. Refused: ASSIGNMENT_TITLE_TAKEN.' })
  title!: string;

  @Field({ description: 'Code of the certification to hold. Refused: ASSIGNMENT_TARGET_UNKNOWN.' })
  code!: string;

  @Field(() => AssignmentMatch, { description: 'How the conditions go together.' })
  match!: (typeof AssignmentMatch)[keyof typeof AssignmentMatch];

  @Field(() => [AssignmentConditionInput], {
    description: '1–10 conditions, none of them empty. Refused: ASSIGNMENT_AUDIENCE_EMPTY.',
  })
  conditions!: AssignmentConditionInput[];

  @Field(() => AssignmentDueInput, { nullable: true, description: 'By when; left out: no date.' })
  due?: AssignmentDueInput | null;

  @Field(() => Int, { description: 'Who has fewer days waits for somebody’s decision, 0–365.' })
  minimumDays!: number;

  @Field({ defaultValue: true, description: 'Whether who leaves the audience is asked no longer.' })
  recheck!: boolean;
}

/** A condition as the domain knows it. */
export function conditionOf(input: AssignmentConditionInput): Condition {
  return CONDITIONS[input.kind](input);
}

const CONDITIONS: Record<Condition['kind'], (input: AssignmentConditionInput) => Condition> = {
  unit: ({ unitIds }) => ({
    kind: 'unit',
    unitIds: (unitIds ?? []).map((id) => idArg<UnitId>(id, 'unitIds')),
  }),
  rank: ({ rankIds }) => ({ kind: 'rank', rankIds: rankIds ?? [] }),
  role: ({ roleIds }) => ({ kind: 'role', roleIds: roleIds ?? [] }),
  posted: ({ since = null, withinDays = null }) => ({ kind: 'posted', since, withinDays }),
  gap: ({ skill, level = null }) => ({ kind: 'gap', skillId: skill ?? '', level }),
  expiring: ({ code, withinDays }) => ({ kind: 'expiring', code: code ?? '', withinDays: withinDays ?? 0 }),
};

/** A due rule as the domain knows it. */
export function dueOf(input: AssignmentDueInput | null | undefined): DueRule {
  if (input === null || input === undefined) return null;
  const { on, base, months, days } = input;
  if (on !== null && on !== undefined) return { kind: 'fixed', on };
  return { kind: 'after', base: base ?? 'rule', months: months ?? 0, days: days ?? 0 };
}
