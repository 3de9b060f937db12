import { SkillReader } from '@app/framework';
import { isRank, isRole, UnitReader } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type ForceScope, type RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { CertificationReader } from '../certification/certification.reader.js';
import { assignmentRuleSaved } from './assignment-events.js';
import {
  type AssignmentRule,
  type AssignmentRuleId,
  type AssignmentTerms,
  type Condition,
  versionOf,
} from './assignment-rule.js';
import { RuleBook } from './evaluate-force.js';
import { refusal } from './refusals.js';
import { refuseUnsound, titleOf } from './sound-assignment-rule.js';

export interface SaveAssignmentRuleInput extends AssignmentTerms {
  /** Null: a new rule. */
  readonly ruleId: AssignmentRuleId | null;
  readonly title: string;
  /** Code of the certification. Never changes. */
  readonly code: string;
}

/** What conditions may name. */
@Injectable()
export class ConditionTargets {
  constructor(
    private readonly units: UnitReader,
    private readonly skills: SkillReader,
    private readonly certifications: CertificationReader,
  ) {}

  /** CRT-61. Refuses a certification that there is not. */
  async mustBeCertification(code: string): Promise<void> {
    if ((await this.certifications.byCode(code)) === null)
      throw refusal('ASSIGNMENT_TARGET_UNKNOWN', { facts: { code }, field: 'code' });
  }

  /** CRT-61. Refuses a condition that names something that does not exist. */
  async mustExist(scope: ForceScope, condition: Condition): Promise<void> {
    const key = await this.unknownIn(scope, condition);
    if (key !== undefined)
      throw refusal('ASSIGNMENT_CONDITION_UNKNOWN', {
        facts: { kind: condition.kind, key },
        field: 'conditions',
      });
  }

  private async unknownIn(scope: ForceScope, condition: Condition): Promise<string | undefined> {
    switch (condition.kind) {
      case 'unit': {
        const known = await this.units.byIds(scope, condition.unitIds);
        return condition.unitIds.find((id) => !known.has(id));
      }
      case 'rank':
        return condition.rankIds.find((id) => !isRank(id));
      case 'role':
        return condition.roleIds.find((id) => !isRole(id));
      case 'posted':
        return undefined;
      case 'gap':
        return (await this.isSkill(condition))
          ? undefined
          : `${condition.skillId} ${condition.level ?? ''}`.trim();
      case 'expiring':
        return (await this.certifications.byCode(condition.code)) === null ? condition.code : undefined;
    }
  }

  private async isSkill({ skillId, level }: Extract<Condition, { kind: 'gap' }>): Promise<boolean> {
    const isLevel = level === null || (Number.isInteger(level) && level >= 1 && level <= 4);
    return isLevel && (await this.skills.byId(skillId)) !== null;
  }
}

/** Writes a rule of assignment, or the next version of it. Nobody is assigned until it is switched on. The same again changes nothing. */
@Injectable()
export class SaveAssignmentRule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: RuleBook,
    private readonly targets: ConditionTargets,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: SaveAssignmentRuleInput): Promise<AssignmentRule> {
    const title = titleOf(input.title);
    const { audience, due, minimumDays, recheck, code } = input;
    const terms: AssignmentTerms = { audience, due, minimumDays, recheck };
    return this.work.run(ctx, async (announce) => {
      const now = this.clock.now();
      const before = await this.before(ctx, { ...input, title });
      refuseUnsound(terms, londonDate(now));
      await this.targets.mustBeCertification(code);
      for (const each of audience.conditions) await this.targets.mustExist(ctx.force, each);
      const last = before.versions.length === 0 ? null : versionOf(before);
      const isSame = last !== null && JSON.stringify(termsOf(last)) === JSON.stringify(terms);
      if (isSame && before.title === title) return before;
      const version = { ...terms, number: (last?.number ?? 0) + 1, by: actingPerson(ctx) ?? null, at: now };
      const versions = isSame ? before.versions : [...before.versions, version];
      const saved = await this.book.repository.save(ctx.force, { ...before, title, versions });
      announce(assignmentRuleSaved({ ruleId: saved.id, version: versions.length }));
      return saved;
    });
  }

  private async before(
    ctx: RequestContext,
    { ruleId, title, code, ...terms }: SaveAssignmentRuleInput,
  ): Promise<AssignmentRule> {
    const namesake = await this.book.reader.titled(ctx.force, title);
    const known = ruleId === null ? null : found(await this.book.reader.byId(ctx.force, ruleId));
    if (namesake !== null && namesake.id !== known?.id) {
      if (known === null && isRepeat(namesake, { code, ...terms })) return namesake;
      throw refusal('ASSIGNMENT_TITLE_TAKEN', { field: 'title' });
    }
    if (known === null) return newRule(title, code);
    refuseFixed(known, code);
    return known;
  }
}

/** CRT-60, CRT-61. Refuses to change a rule that is on or off, or what it asks people to hold. */
function refuseFixed(known: AssignmentRule, code: string): void {
  if (known.code !== code)
    throw refusal('ASSIGNMENT_TARGET_FIXED', { facts: { code: known.code }, field: 'code' });
  if (known.state === 'ON') throw refusal('ASSIGNMENT_RULE_IS_ON');
  if (known.state === 'OFF') throw refusal('ASSIGNMENT_RULE_IS_OFF');
}

function newRule(title: string, code: string): AssignmentRule {
  return {
    ...{ id: newId<AssignmentRuleId>(), title, code, state: 'DRAFT', startsOn: null, versions: [] },
    ...{ leftOut: [], confirmation: null, steeredAt: null, appliedAt: null, revision: 0 },
  };
}

/** What a version says, without its number, author and time. */
function termsOf({ audience, due, minimumDays, recheck }: AssignmentTerms): AssignmentTerms {
  return { audience, due, minimumDays, recheck };
}

function isRepeat(rule: AssignmentRule, asked: AssignmentTerms & { code: string }): boolean {
  const isSame = JSON.stringify(termsOf(versionOf(rule))) === JSON.stringify(termsOf(asked));
  return isSame && rule.code === asked.code && rule.state !== 'OFF';
}
