import { RoleProfileReader, type SkillId } from '@app/framework';
import { type UnitId, UnitReader } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { AssignmentRule, Condition, RuleInForce } from './assignment-rule.js';
import { inForce } from './assignment-rule.js';
import { AssignmentRuleReader } from './assignment-rule.reader.js';
import type { EvaluationGround } from './evaluate.js';

/** What an evaluation rests on besides the people, and what it has to know of them. */
export interface AssignmentGround extends EvaluationGround {
  /** From the root of the tree down to the unit. */
  readonly paths: ReadonlyMap<UnitId, readonly UnitId[]>;
  /** Skills that some rule asks about. */
  readonly skillIds: readonly SkillId[];
  /** Certifications whose last valid days matter: those that rules ask for or look at. */
  readonly codes: readonly string[];
}

/** Brings together what an evaluation rests on. */
@Injectable()
export class Grounds {
  constructor(
    private readonly rules: AssignmentRuleReader,
    private readonly units: UnitReader,
    private readonly profiles: RoleProfileReader,
  ) {}

  /** For the whole force: by its rules, or by one that may not be on yet. */
  async ofForce(scope: ForceScope, today: CalendarDate, only?: AssignmentRule): Promise<AssignmentGround> {
    const rules =
      only === undefined
        ? await this.rules.inForce(scope, today)
        : [{ ...inForce(only, today), isPaused: false }];
    const units = await this.units.all(scope);
    return this.of(today, rules, new Map(units.map(({ id, path }) => [id, path])));
  }

  /** For somebody who is posted to these units. */
  async ofUnits(
    scope: ForceScope,
    today: CalendarDate,
    unitIds: readonly UnitId[],
  ): Promise<AssignmentGround> {
    const rules = await this.rules.inForce(scope, today);
    const units = rules.length === 0 ? [] : [...(await this.units.byIds(scope, unitIds)).values()];
    return this.of(today, rules, new Map(units.map(({ id, path }) => [id, path])));
  }

  private async of(
    today: CalendarDate,
    rules: readonly RuleInForce[],
    paths: AssignmentGround['paths'],
  ): Promise<AssignmentGround> {
    const conditions = rules.flatMap(({ version }) => version.audience.conditions);
    const skillIds = conditions.flatMap((each) => (each.kind === 'gap' ? each.skillId : []));
    const looked = conditions.flatMap((each) => (each.kind === 'expiring' ? each.code : []));
    return {
      ...{ today, rules, paths, needs: await this.needs(conditions) },
      skillIds: [...new Set(skillIds)],
      codes: [...new Set([...rules.map(({ code }) => code), ...looked])],
    };
  }

  /** What roles need, read only where some rule goes by it. */
  private async needs(conditions: readonly Condition[]): Promise<AssignmentGround['needs']> {
    if (!conditions.some((each) => each.kind === 'gap' && each.level === null)) return new Map();
    const profiles = await this.profiles.all();
    return new Map(
      profiles.map(({ roleId, requirements }) => [
        roleId,
        new Map(
          requirements.flatMap(({ skillId, level, essential }) => (essential ? [[skillId, level]] : [])),
        ),
      ]),
    );
  }
}
