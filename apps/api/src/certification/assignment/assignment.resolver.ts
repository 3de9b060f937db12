import {
  type Assignment,
  AssignmentReader,
  type AssignmentRuleId,
  AssignmentRuleReader,
  DecideException,
  LeaveOut,
} from '@app/certification';
import { mustBeAllowed, PeopleReader, reachOf } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg, optionalIdArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { HoldingScreen } from '../holding.resolver.js';
import {
  AssignmentConnection,
  AssignmentShow,
  AssignmentType,
  assignmentType,
  DecideAssignmentExceptionInput,
  DecideAssignmentExceptionResult,
  LeaveOutOfAssignmentRuleInput,
  LetIntoAssignmentRuleInput,
} from './assignment.type.js';
import {
  AssignmentRuleType,
  assignmentRuleType,
  LeaveOutOfAssignmentRuleResult,
  LetIntoAssignmentRuleResult,
} from './assignment-rule.type.js';

const READ = 'certification.assignment.read';

@ArgsType()
export class AssignmentsArgs extends PageArgs {
  @Field(() => AssignmentShow, { description: 'Which of them.' })
  show!: (typeof AssignmentShow)[keyof typeof AssignmentShow];

  @Field(() => ID, { nullable: true, description: 'Only what this rule asks or asked.' })
  ruleId?: string | null;
}

/** Reads assignments for screens, with the titles of their rules. */
@Injectable()
export class AssignmentScreen {
  constructor(
    private readonly assignments: AssignmentReader,
    private readonly rules: AssignmentRuleReader,
    private readonly people: PeopleReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Everything that rules ask, or asked, of a person. */
  async ofPerson(ctx: RequestContext, personId: PersonId): Promise<AssignmentType[]> {
    const of = (await this.assignments.inRange(ctx.force, { only: [personId] })).get(personId) ?? [];
    return this.types(ctx, of);
  }

  /** With the titles of the rules that they come from. */
  async types(ctx: RequestContext, all: readonly Assignment[]): Promise<AssignmentType[]> {
    const ids = new Set(all.flatMap(({ origins }) => origins.map(({ ruleId }) => ruleId)));
    const rules = await this.rules.byIds(ctx.force, [...ids]);
    return all.map((each) => assignmentType(each, rules, ctx.language));
  }

  /** A page of the people in one's reach. */
  async page(ctx: RequestContext, { show, ruleId, ...args }: AssignmentsArgs) {
    const today = londonDate(this.clock.now());
    const reach = reachOf(ctx, READ);
    const personIds = reach === 'force' ? null : await this.people.idsInUnits(ctx.force, reach, today);
    const wanted = { show, today, personIds, ruleId: optionalIdArg<AssignmentRuleId>(ruleId, 'ruleId') };
    const got = await page(
      args,
      (request) => this.assignments.page(ctx.force, wanted, request),
      (each) => each,
    );
    const nodes = await this.types(
      ctx,
      got.edges.map(({ node }) => node),
    );
    const edges = got.edges.flatMap(({ cursor }, at) => {
      const node = nodes[at];
      return node === undefined ? [] : [{ cursor, node }];
    });
    return { ...got, edges };
  }
}

/** What rules ask of people, and what people decide about it. */
@Resolver(() => AssignmentType)
export class AssignmentResolver {
  constructor(
    private readonly lists: AssignmentScreen,
    private readonly screen: HoldingScreen,
    private readonly leaveOut: LeaveOut,
    private readonly decide: DecideException,
  ) {}

  @Query(() => [AssignmentType], { description: 'What rules ask of oneself: by when, and why.' })
  @Allow('certification.assignment.read-own')
  async myAssignments(@Ctx() ctx: RequestContext): Promise<AssignmentType[]> {
    return this.lists.ofPerson(ctx, found(actingPerson(ctx)));
  }

  @Query(() => [AssignmentType], { description: 'What rules ask of a person in one’s reach today.' })
  @Allow(READ)
  async assignmentsOf(
    @Ctx() ctx: RequestContext,
    @Args('personId', { type: () => ID, description: 'The person.' }) text: string,
  ): Promise<AssignmentType[]> {
    const personId = idArg<PersonId>(text, 'personId');
    await this.screen.mustReach(ctx, READ, personId);
    return this.lists.ofPerson(ctx, personId);
  }

  @Query(() => AssignmentConnection, {
    description:
      'What rules ask of the people in one’s reach: due, overdue or held back, the soonest due first.',
  })
  @Allow(READ)
  async assignments(@Ctx() ctx: RequestContext, @Args() args: AssignmentsArgs) {
    return this.lists.page(ctx, args);
  }

  @Mutation(() => LeaveOutOfAssignmentRuleResult, {
    description: 'Leaves somebody out of a rule. If no other rule asks, they are asked no longer, at once.',
  })
  @Allow('certification.assignment-rule.leave-out')
  async leaveOutOfAssignmentRule(
    @Ctx() ctx: RequestContext,
    @Args('input') input: LeaveOutOfAssignmentRuleInput,
  ): Promise<AssignmentRuleType> {
    const who = asked(ctx, 'certification.assignment-rule.leave-out', input);
    const rule = await this.leaveOut.execute(ctx, { ...who, isOut: true, reason: input.reason });
    return assignmentRuleType(rule, ctx.language);
  }

  @Mutation(() => LetIntoAssignmentRuleResult, {
    description:
      'Lets somebody into a rule again who was left out. If it catches them, they are asked at once.',
  })
  @Allow('certification.assignment-rule.let-in')
  async letIntoAssignmentRule(
    @Ctx() ctx: RequestContext,
    @Args('input') input: LetIntoAssignmentRuleInput,
  ): Promise<AssignmentRuleType> {
    const who = asked(ctx, 'certification.assignment-rule.let-in', input);
    const rule = await this.leaveOut.execute(ctx, { ...who, isOut: false, reason: input.reason });
    return assignmentRuleType(rule, ctx.language);
  }

  @Mutation(() => DecideAssignmentExceptionResult, {
    description: 'Decides what is asked of somebody for whom a rule left too little time. It is remembered.',
  })
  @Allow('certification.assignment-exception.decide')
  async decideAssignmentException(
    @Ctx() ctx: RequestContext,
    @Args('input') input: DecideAssignmentExceptionInput,
  ): Promise<AssignmentType> {
    const { answer, reason } = input;
    const who = asked(ctx, 'certification.assignment-exception.decide', input);
    const assignment = await this.decide.execute(ctx, { ...who, answer, reason });
    const [type] = await this.lists.types(ctx, [assignment]);
    return found(type ?? null);
  }
}

/** A rule is the whole force's: whoever has the right for a unit only may not touch what it says of anybody. */
function asked(ctx: RequestContext, permission: string, of: { ruleId: string; personId: string }) {
  mustBeAllowed(ctx, permission, { forceWide: true });
  const ruleId = idArg<AssignmentRuleId>(of.ruleId, 'ruleId');
  return { ruleId, personId: idArg<PersonId>(of.personId, 'personId') };
}
