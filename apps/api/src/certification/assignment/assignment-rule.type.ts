import { type AssignmentRule, type AssignmentVersion, type RulePreview, versionOf } from '@app/certification';
import type { Language } from '@app/platform/context/request-context.js';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import { DateScalar, DateTimeScalar } from '../../edge/scalars.js';
import { AssignmentConditionKind, AssignmentDueBase, AssignmentMatch } from './assignment-rule.input.js';

export const AssignmentRuleState = { DRAFT: 'DRAFT', ON: 'ON', PAUSED: 'PAUSED', OFF: 'OFF' } as const;
registerEnumType(AssignmentRuleState, {
  name: 'AssignmentRuleState',
  description: 'Whether a rule acts.',
  valuesMap: {
    DRAFT: { description: 'Never on yet: it catches nobody.' },
    ON: { description: 'It catches whom its audience says, and lets go whom it says no longer.' },
    PAUSED: { description: 'It catches nobody and lets nobody go; it may be changed.' },
    OFF: { description: 'For good: whom only this rule asked is asked no longer.' },
  },
});

@ObjectType('AssignmentCondition', { description: 'One condition of an audience.' })
export class AssignmentConditionType {
  @Field(() => AssignmentConditionKind, { description: 'What it looks at.' })
  kind!: string;

  @Field(() => [ID], { nullable: true, description: 'Of UNIT.' })
  unitIds?: readonly string[];

  @Field(() => [String], { nullable: true, description: 'Of RANK.' })
  rankIds?: readonly string[];

  @Field(() => [String], { nullable: true, description: 'Of ROLE.' })
  roleIds?: readonly string[];

  @Field(() => DateScalar, { nullable: true, description: 'Of POSTED.' })
  since?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of POSTED and EXPIRING, in days.' })
  withinDays?: number | null;

  @Field(() => String, { nullable: true, description: 'Of GAP: key of the skill.' })
  skill?: string;

  @Field(() => Int, { nullable: true, description: 'Of GAP: 1–4; null: what the role needs.' })
  level?: number | null;

  @Field(() => String, { nullable: true, description: 'Of EXPIRING: code of the certification.' })
  code?: string;
}

@ObjectType('AssignmentDue', { description: 'By when: a fixed day, or months and then days after a base.' })
export class AssignmentDueType {
  @Field(() => DateScalar, { nullable: true, description: 'The fixed day.' })
  on?: string;

  @Field(() => AssignmentDueBase, { nullable: true, description: 'What a relative date counts from.' })
  base?: string;

  @Field(() => Int, { nullable: true, description: 'Calendar months after the base.' })
  months?: number;

  @Field(() => Int, { nullable: true, description: 'Days after that.' })
  days?: number;
}

@ObjectType('AssignmentRule', { description: 'A rule that asks people to hold a certification.' })
export class AssignmentRuleType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field({ description: 'Code of the certification.' })
  code!: string;

  @Field(() => AssignmentRuleState, { description: 'Whether it acts.' })
  state!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was first on.' })
  startsOn!: string | null;

  @Field(() => Int, { description: 'Number of the version in force: 1, 2, 3…' })
  version!: number;

  @Field(() => AssignmentMatch, { description: 'How the conditions go together.' })
  match!: string;

  @Field(() => [AssignmentConditionType], { description: 'Whom it catches.' })
  conditions!: AssignmentConditionType[];

  @Field(() => AssignmentDueType, { nullable: true, description: 'By when; null: no date.' })
  due!: AssignmentDueType | null;

  @Field(() => Int, { description: 'Who has fewer days waits for somebody’s decision.' })
  minimumDays!: number;

  @Field({ description: 'Whether who leaves the audience is asked no longer.' })
  recheck!: boolean;

  @Field(() => [ID], { description: 'People whom the rule does not catch, whatever it says.' })
  leftOut!: string[];

  @Field({ description: 'Whether somebody other than its author confirmed the version in force.' })
  isConfirmed!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When everybody was last looked at by the rule as it is; null: that is still to come.',
  })
  appliedAt!: Date | null;

  @Field({
    description: 'What happens next, in the reader’s language: a switch is queued, and a job applies it.',
  })
  next!: string;
}

@ObjectType('AssignmentGuard', { description: 'When a second person confirms a rule.' })
export class AssignmentGuardType {
  @Field(() => Int, { description: 'The share of the force newly assigned, in per cent, above which.' })
  percent!: number;
}

@ObjectType('AssignmentPreviewUnit', { description: 'A unit that a rule would touch.' })
export class AssignmentPreviewUnitType {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => Int, { description: 'How many of its people would be newly assigned.' })
  newly!: number;
}

@ObjectType('AssignmentPreview', { description: 'What a rule would do if it were switched on now.' })
export class AssignmentPreviewType {
  @Field(() => Int, { description: 'People of the force who are looked at.' })
  people!: number;

  @Field(() => Int, { description: 'Whom the rule catches.' })
  caught!: number;

  @Field(() => Int, { description: 'Of those, whom no rule asks for this certification yet.' })
  newly!: number;

  @Field(() => Int, { description: 'Of those caught, who have too little time and wait for a decision.' })
  tooShort!: number;

  @Field(() => [AssignmentPreviewUnitType], {
    description: 'Where most of them are posted, at most ten units.',
  })
  units!: AssignmentPreviewUnitType[];

  @Field(() => Int, {
    description: 'The share of the force, in per cent, above which a second person confirms.',
  })
  guardPercent!: number;

  @Field({ description: 'Whether so many need a second person’s word.' })
  needsConfirmation!: boolean;
}

@InputType({ description: 'Which rule.' })
export class SwitchOnAssignmentRuleInput {
  @Field(() => ID, { description: 'The rule. Refused: ASSIGNMENT_TOO_MANY without a second person’s word.' })
  ruleId!: string;
}

@InputType({ description: 'Which rule.' })
export class PauseAssignmentRuleInput {
  @Field(() => ID, { description: 'The rule. Refused: ASSIGNMENT_RULE_NOT_ON.' })
  ruleId!: string;
}

@InputType({ description: 'Which rule.' })
export class SwitchOffAssignmentRuleInput {
  @Field(() => ID, { description: 'The rule. It cannot be switched on again.' })
  ruleId!: string;
}

@InputType({ description: 'Which rule.' })
export class ConfirmAssignmentRuleInput {
  @Field(() => ID, { description: 'The rule. Refused: ASSIGNMENT_CONFIRM_OWN.' })
  ruleId!: string;
}

@InputType({ description: 'When a second person confirms a rule.' })
export class SetAssignmentGuardInput {
  @Field(() => Int, { description: 'Per cent of the force, 1–100. Refused: ASSIGNMENT_GUARD_WRONG.' })
  percent!: number;
}

export const AssignmentRuleConnection = connectionOf(AssignmentRuleType);
export const SaveAssignmentRuleResult = resultOf('SaveAssignmentRule', AssignmentRuleType);
export const SwitchOnAssignmentRuleResult = resultOf('SwitchOnAssignmentRule', AssignmentRuleType);
export const PauseAssignmentRuleResult = resultOf('PauseAssignmentRule', AssignmentRuleType);
export const SwitchOffAssignmentRuleResult = resultOf('SwitchOffAssignmentRule', AssignmentRuleType);
export const ConfirmAssignmentRuleResult = resultOf('ConfirmAssignmentRule', AssignmentRuleType);
export const LeaveOutOfAssignmentRuleResult = resultOf('LeaveOutOfAssignmentRule', AssignmentRuleType);
export const LetIntoAssignmentRuleResult = resultOf('LetIntoAssignmentRule', AssignmentRuleType);
export const SetAssignmentGuardResult = resultOf('SetAssignmentGuard', AssignmentGuardType);

const NEXT = {
  draft: {
    en: 'Nobody is assigned yet. Look at the preview, then switch the rule on.',
    cy: 'Nid oes neb wedi’i aseinio eto. Edrychwch ar y rhagolwg, yna trowch y rheol ymlaen.',
  },
  queued: {
    en: 'The change is queued: a job looks at everybody in the force, and this rule says when it is done.',
    cy: 'Mae’r newid mewn ciw: mae tasg yn edrych ar bawb yn yr heddlu, ac mae’r rheol hon yn dweud pryd y mae wedi gorffen.',
  },
  applied: {
    en: 'Applied to everybody. From here on the rule follows each change of posting, leave, award and evidence.',
    cy: 'Wedi’i rhoi ar waith i bawb. O hyn ymlaen mae’r rheol yn dilyn pob newid mewn lleoliad, absenoldeb, dyfarniad a thystiolaeth.',
  },
  paused: {
    en: 'Paused: nobody new is assigned, and nobody is let go. Change it, or switch it on again.',
    cy: 'Wedi’i hoedi: nid oes neb newydd yn cael ei aseinio, ac nid oes neb yn cael ei ryddhau. Newidiwch hi, neu trowch hi ymlaen eto.',
  },
  off: {
    en: 'Off for good: whom only this rule asked is asked no longer.',
    cy: 'I ffwrdd am byth: nid yw’r rhai y gofynnodd y rheol hon yn unig iddynt yn cael eu gofyn mwyach.',
  },
} as const;

function nextOf({ state, appliedAt }: AssignmentRule): keyof typeof NEXT {
  if (state === 'DRAFT') return 'draft';
  if (state === 'PAUSED') return 'paused';
  if (appliedAt === null) return 'queued';
  return state === 'ON' ? 'applied' : 'off';
}

/** A rule for the API. */
export function assignmentRuleType(rule: AssignmentRule, language: Language): AssignmentRuleType {
  const { id, title, code, state, startsOn, leftOut, confirmation, appliedAt } = rule;
  const version = versionOf(rule);
  return {
    ...{ id, title, code, state, startsOn, leftOut: [...leftOut], appliedAt, ...termsType(version) },
    isConfirmed: confirmation?.version === version.number,
    next: NEXT[nextOf(rule)][language],
  };
}

function termsType({ number, audience, due, minimumDays, recheck }: AssignmentVersion) {
  const conditions = audience.conditions.map((each): AssignmentConditionType => {
    if (each.kind !== 'gap') return each;
    return { kind: each.kind, skill: each.skillId, level: each.level };
  });
  return { version: number, match: audience.match, conditions, due, minimumDays, recheck };
}

/** A preview for the API. */
export function assignmentPreviewType(preview: RulePreview, guardPercent: number): AssignmentPreviewType {
  const needsConfirmation = preview.newly > (preview.people * guardPercent) / 100;
  return { ...preview, units: [...preview.units], guardPercent, needsConfirmation };
}
