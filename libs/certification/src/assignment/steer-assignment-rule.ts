import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { assignmentGuardSet, assignmentRuleConfirmed, assignmentRuleSteered } from './assignment-events.js';
import { type AssignmentRule, type AssignmentRuleId, versionOf } from './assignment-rule.js';
import { RuleBook } from './evaluate-force.js';
import { PreviewAssignmentRule, type RulePreview } from './preview-assignment-rule.js';
import { refusal } from './refusals.js';
import { refuseWrongDue } from './sound-assignment-rule.js';

export interface SteerAssignmentRuleInput {
  readonly ruleId: AssignmentRuleId;
}

/** CRT-68. Refuses what would newly assign more of the force than its share, unless somebody else confirmed about as many. */
export function refuseTooMany(rule: AssignmentRule, { people, newly }: RulePreview, percent: number): void {
  const share = (people * percent) / 100;
  if (newly <= share) return;
  const { confirmation } = rule;
  const isConfirmed = confirmation !== null && confirmation.version === versionOf(rule).number;
  if (!isConfirmed || newly - confirmation.newly > share)
    throw refusal('ASSIGNMENT_TOO_MANY', { facts: { newly, people, percent } });
}

/** Switches a rule on: new, or after a pause. The force is evaluated by a job that hears of it. On already: nothing changes. */
@Injectable()
export class SwitchOnAssignmentRule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: RuleBook,
    private readonly preview: PreviewAssignmentRule,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { ruleId }: SteerAssignmentRuleInput): Promise<AssignmentRule> {
    const rule = found(await this.book.reader.byId(ctx.force, ruleId));
    if (rule.state === 'OFF') throw refusal('ASSIGNMENT_RULE_IS_OFF');
    if (rule.state === 'ON') return rule;
    const steeredAt = this.clock.now();
    const today = londonDate(steeredAt);
    const { due, audience } = versionOf(rule);
    refuseWrongDue(due, { audience, today });
    refuseTooMany(rule, await this.preview.execute(ctx, rule), await this.book.reader.guard(ctx.force));
    return this.work.run(ctx, async (announce) => {
      const now = found(await this.book.reader.byId(ctx.force, ruleId));
      if (now.revision !== rule.revision) throw new Fault('CONFLICT');
      announce(assignmentRuleSteered({ ruleId, state: 'ON' }));
      const on = { ...now, state: 'ON' as const, startsOn: now.startsOn ?? today };
      return this.book.repository.save(ctx.force, { ...on, steeredAt, appliedAt: null });
    });
  }
}

/** Pauses a rule: it catches nobody and lets nobody go. Paused already: nothing changes. */
@Injectable()
export class PauseAssignmentRule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: RuleBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { ruleId }: SteerAssignmentRuleInput): Promise<AssignmentRule> {
    return this.work.run(ctx, async (announce) => {
      const rule = found(await this.book.reader.byId(ctx.force, ruleId));
      if (rule.state === 'PAUSED') return rule;
      if (rule.state === 'OFF') throw refusal('ASSIGNMENT_RULE_IS_OFF');
      if (rule.state !== 'ON') throw refusal('ASSIGNMENT_RULE_NOT_ON');
      announce(assignmentRuleSteered({ ruleId, state: 'PAUSED' }));
      const steeredAt = this.clock.now();
      return this.book.repository.save(ctx.force, { ...rule, state: 'PAUSED', steeredAt, appliedAt: null });
    });
  }
}

/** Switches a rule off for good: the force is evaluated by a job, and whom only this rule asked is asked no longer. */
@Injectable()
export class SwitchOffAssignmentRule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: RuleBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { ruleId }: SteerAssignmentRuleInput): Promise<AssignmentRule> {
    return this.work.run(ctx, async (announce) => {
      const rule = found(await this.book.reader.byId(ctx.force, ruleId));
      if (rule.state === 'OFF') return rule;
      announce(assignmentRuleSteered({ ruleId, state: 'OFF' }));
      const steeredAt = this.clock.now();
      return this.book.repository.save(ctx.force, { ...rule, state: 'OFF', steeredAt, appliedAt: null });
    });
  }
}

/** CRT-68. Somebody other than its author says that a version is meant, for as many people as it would touch now. */
@Injectable()
export class ConfirmAssignmentRule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: RuleBook,
    private readonly preview: PreviewAssignmentRule,
  ) {}

  async execute(ctx: RequestContext, { ruleId }: SteerAssignmentRuleInput): Promise<AssignmentRule> {
    const by = found(actingPerson(ctx));
    const rule = found(await this.book.reader.byId(ctx.force, ruleId));
    if (rule.state === 'OFF') throw refusal('ASSIGNMENT_RULE_IS_OFF');
    if (rule.state === 'ON') throw refusal('ASSIGNMENT_RULE_IS_ON');
    const { number: version, by: author } = versionOf(rule);
    if (author === by) throw refusal('ASSIGNMENT_CONFIRM_OWN');
    const { newly } = await this.preview.execute(ctx, rule);
    const confirmation = { version, by, newly };
    if (JSON.stringify(rule.confirmation) === JSON.stringify(confirmation)) return rule;
    return this.work.run(ctx, async (announce) => {
      announce(assignmentRuleConfirmed({ ruleId, version, newly }));
      return this.book.repository.save(ctx.force, { ...rule, confirmation });
    });
  }
}

/** CRT-68. Sets the share of the force, in whole per cent, above which a second person confirms. */
@Injectable()
export class SetAssignmentGuard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: RuleBook,
  ) {}

  async execute(ctx: RequestContext, { percent }: { percent: number }): Promise<number> {
    if (!Number.isInteger(percent) || percent < 1 || percent > 100)
      throw refusal('ASSIGNMENT_GUARD_WRONG', { field: 'percent' });
    return this.work.run(ctx, async (announce) => {
      if ((await this.book.reader.guard(ctx.force)) === percent) return percent;
      await this.book.repository.setGuard(ctx.force, percent);
      announce(assignmentGuardSet({ percent }));
      return percent;
    });
  }
}
