import {
  type AssignmentRuleId,
  ConfirmAssignmentRule,
  PauseAssignmentRule,
  SetAssignmentGuard,
  SwitchOffAssignmentRule,
  SwitchOnAssignmentRule,
} from '@app/certification';
import { mustBeAllowed } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import {
  AssignmentGuardType,
  AssignmentRuleType,
  assignmentRuleType,
  ConfirmAssignmentRuleInput,
  ConfirmAssignmentRuleResult,
  PauseAssignmentRuleInput,
  PauseAssignmentRuleResult,
  SetAssignmentGuardInput,
  SetAssignmentGuardResult,
  SwitchOffAssignmentRuleInput,
  SwitchOffAssignmentRuleResult,
  SwitchOnAssignmentRuleInput,
  SwitchOnAssignmentRuleResult,
} from './assignment-rule.type.js';

/** What may be done with a rule that is written. */
@Injectable()
export class AssignmentSteering {
  constructor(
    readonly switchOn: SwitchOnAssignmentRule,
    readonly pause: PauseAssignmentRule,
    readonly switchOff: SwitchOffAssignmentRule,
    readonly confirm: ConfirmAssignmentRule,
    readonly setGuard: SetAssignmentGuard,
  ) {}
}

/** Rules of assignment: confirmed, on, paused, off. */
@Resolver(() => AssignmentRuleType)
export class AssignmentSteeringResolver {
  constructor(private readonly steering: AssignmentSteering) {}

  @Mutation(() => SwitchOnAssignmentRuleResult, {
    description:
      'Switches a rule on. The change is queued: a job looks at everybody, and `appliedAt` says when it is done.',
  })
  @Allow('certification.assignment-rule.switch-on')
  async switchOnAssignmentRule(
    @Ctx() ctx: RequestContext,
    @Args('input') { ruleId }: SwitchOnAssignmentRuleInput,
  ): Promise<AssignmentRuleType> {
    const which = asked(ctx, 'certification.assignment-rule.switch-on', ruleId);
    return assignmentRuleType(await this.steering.switchOn.execute(ctx, which), ctx.language);
  }

  @Mutation(() => PauseAssignmentRuleResult, {
    description: 'Pauses a rule: it catches nobody and lets nobody go. Then it may be changed.',
  })
  @Allow('certification.assignment-rule.pause')
  async pauseAssignmentRule(
    @Ctx() ctx: RequestContext,
    @Args('input') { ruleId }: PauseAssignmentRuleInput,
  ): Promise<AssignmentRuleType> {
    const which = asked(ctx, 'certification.assignment-rule.pause', ruleId);
    return assignmentRuleType(await this.steering.pause.execute(ctx, which), ctx.language);
  }

  @Mutation(() => SwitchOffAssignmentRuleResult, {
    description:
      'Switches a rule off for good. The change is queued: whom only this rule asked is asked no longer.',
  })
  @Allow('certification.assignment-rule.switch-off')
  async switchOffAssignmentRule(
    @Ctx() ctx: RequestContext,
    @Args('input') { ruleId }: SwitchOffAssignmentRuleInput,
  ): Promise<AssignmentRuleType> {
    const which = asked(ctx, 'certification.assignment-rule.switch-off', ruleId);
    return assignmentRuleType(await this.steering.switchOff.execute(ctx, which), ctx.language);
  }

  @Mutation(() => ConfirmAssignmentRuleResult, {
    description:
      'Says, as somebody other than its author, that a rule is meant for as many people as it would touch now.',
  })
  @Allow('certification.assignment-rule.confirm')
  async confirmAssignmentRule(
    @Ctx() ctx: RequestContext,
    @Args('input') { ruleId }: ConfirmAssignmentRuleInput,
  ): Promise<AssignmentRuleType> {
    const which = asked(ctx, 'certification.assignment-rule.confirm', ruleId);
    return assignmentRuleType(await this.steering.confirm.execute(ctx, which), ctx.language);
  }

  @Mutation(() => SetAssignmentGuardResult, {
    description: 'Sets the share of the force above which a second person confirms a rule.',
  })
  @Allow('certification.assignment-guard.set')
  async setAssignmentGuard(
    @Ctx() ctx: RequestContext,
    @Args('input') { percent }: SetAssignmentGuardInput,
  ): Promise<AssignmentGuardType> {
    mustBeAllowed(ctx, 'certification.assignment-guard.set', { forceWide: true });
    return { percent: await this.steering.setGuard.execute(ctx, { percent }) };
  }
}

/** A rule is the whole force's: whoever has the right for a unit only may not touch it. */
function asked(ctx: RequestContext, permission: string, ruleId: string): { ruleId: AssignmentRuleId } {
  mustBeAllowed(ctx, permission, { forceWide: true });
  return { ruleId: idArg<AssignmentRuleId>(ruleId, 'ruleId') };
}
