import {
  type AssignmentRuleId,
  AssignmentRuleReader,
  PreviewAssignmentRule,
  SaveAssignmentRule,
} from '@app/certification';
import { mustBeAllowed } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg, optionalIdArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { conditionOf, dueOf, SaveAssignmentRuleInput } from './assignment-rule.input.js';
import {
  AssignmentGuardType,
  AssignmentPreviewType,
  AssignmentRuleConnection,
  AssignmentRuleType,
  assignmentPreviewType,
  assignmentRuleType,
  SaveAssignmentRuleResult,
} from './assignment-rule.type.js';

const READ = 'certification.assignment-rule.read';

/** Rules of assignment: written, read, tried out. */
@Resolver(() => AssignmentRuleType)
export class AssignmentRuleResolver {
  constructor(
    private readonly rules: AssignmentRuleReader,
    private readonly preview: PreviewAssignmentRule,
    private readonly save: SaveAssignmentRule,
  ) {}

  @Query(() => AssignmentRuleConnection, { description: 'The force’s rules of assignment, oldest first.' })
  @Allow(READ)
  async assignmentRules(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    mustBeAllowed(ctx, READ, { forceWide: true });
    return page(
      args,
      (request) => this.rules.page(ctx.force, request),
      (rule) => assignmentRuleType(rule, ctx.language),
    );
  }

  @Query(() => AssignmentPreviewType, {
    description: 'What a rule would do if it were switched on now: how many people, how many of them newly.',
  })
  @Allow(READ)
  async previewAssignmentRule(
    @Ctx() ctx: RequestContext,
    @Args('ruleId', { type: () => ID, description: 'The rule.' }) text: string,
  ): Promise<AssignmentPreviewType> {
    mustBeAllowed(ctx, READ, { forceWide: true });
    const rule = found(await this.rules.byId(ctx.force, idArg<AssignmentRuleId>(text, 'ruleId')));
    return assignmentPreviewType(await this.preview.execute(ctx, rule), await this.rules.guard(ctx.force));
  }

  @Query(() => AssignmentGuardType, { description: 'When a second person confirms a rule in this force.' })
  @Allow(READ)
  async assignmentGuard(@Ctx() ctx: RequestContext): Promise<AssignmentGuardType> {
    return { percent: await this.rules.guard(ctx.force) };
  }

  @Mutation(() => SaveAssignmentRuleResult, {
    description: 'Writes a rule, or its next version. Nobody is assigned until it is switched on.',
  })
  @Allow('certification.assignment-rule.save')
  async saveAssignmentRule(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SaveAssignmentRuleInput,
  ): Promise<AssignmentRuleType> {
    mustBeAllowed(ctx, 'certification.assignment-rule.save', { forceWide: true });
    const { title, code, match, minimumDays, recheck } = input;
    const rule = await this.save.execute(ctx, {
      ...{ title, code, minimumDays, recheck, due: dueOf(input.due) },
      ruleId: optionalIdArg<AssignmentRuleId>(input.ruleId, 'ruleId'),
      audience: { match, conditions: input.conditions.map(conditionOf) },
    });
    return assignmentRuleType(rule, ctx.language);
  }
}
