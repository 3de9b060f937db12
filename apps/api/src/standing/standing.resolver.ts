import { SkillReader } from '@app/framework';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import {
  ExplainStanding,
  explanationText,
  PeopleInReach,
  StandingReader,
  standingPermissions,
} from '@app/standing';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { DateScalar, DateTimeScalar } from '../edge/scalars.js';
import { ExplanationNodeType, explanationNodeType } from './explanation.type.js';
import { StandingType, standingType } from './standing.type.js';

@ArgsType()
export class StandingArgs {
  @Field(() => ID, { description: 'The person: oneself, or somebody in one’s reach.' })
  personId!: string;

  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day asked about; today when absent.' })
  asAt?: CalendarDate | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'As known at this instant; now when absent.' })
  knownAt?: Date | null;
}

/** Standing, to the person and to those who answer for them. */
@Resolver(() => StandingType)
export class StandingResolver {
  constructor(
    private readonly reader: StandingReader,
    private readonly skills: SkillReader,
    private readonly reach: PeopleInReach,
    private readonly explain: ExplainStanding,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Query(() => StandingType, { description: 'A person’s standing in one skill on a day, with its reasons.' })
  @Allow('standing.standing.read-own')
  async standing(@Ctx() ctx: RequestContext, @Args() args: StandingArgs): Promise<StandingType> {
    const personId = idArg<PersonId>(args.personId, 'personId');
    const now = this.clock.now();
    const asAt = args.asAt ?? londonDate(now);
    const knownAt = args.knownAt ?? now;
    const { id: skillId } = found(await this.skills.byId(args.skillId));
    if (actingPerson(ctx) !== personId) await this.reach.check(ctx, standingPermissions.read, personId);
    const standing = await this.reader.of(ctx.force, { personId, skillId }, { asAt, knownAt });
    return standingType(standing, { personId, skillId, asAt, knownAt }, ctx.language);
  }

  @Query(() => [StandingType], {
    description: 'One’s own standing in every skill that there is evidence of: at most one entry per skill.',
  })
  @Allow('standing.standing.read-own')
  async myStanding(
    @Ctx() ctx: RequestContext,
    @Args('asAt', { type: () => DateScalar, nullable: true, description: 'The day; today when absent.' })
    day?: CalendarDate | null,
  ): Promise<StandingType[]> {
    const personId = found(actingPerson(ctx));
    const knownAt = this.clock.now();
    const asAt = day ?? londonDate(knownAt);
    const bySkill = await this.reader.ofPerson(ctx.force, personId, { asAt, knownAt });
    return [...bySkill].map(([skillId, standing]) =>
      standingType(standing, { personId, skillId, asAt, knownAt }, ctx.language),
    );
  }

  @ResolveField(() => [ExplanationNodeType], {
    description:
      'Why, as a tree: each piece of evidence with its source, how sure it is, who judged it and when it was known; what fell out and why; rules of the framework with their parts.',
  })
  async explanation(
    @Parent() asked: StandingType,
    @Ctx() ctx: RequestContext,
  ): Promise<ExplanationNodeType[]> {
    const nodes = await this.nodesOf(ctx, asked);
    return nodes.map((node) => explanationNodeType(node, ctx.language));
  }

  @ResolveField(() => String, { description: 'The same tree as text: a line for each node, indented.' })
  async explanationText(@Parent() asked: StandingType, @Ctx() ctx: RequestContext): Promise<string> {
    return explanationText(await this.nodesOf(ctx, asked), ctx.language);
  }

  private nodesOf(ctx: RequestContext, { personId, skillId, asAt, knownAt }: StandingType) {
    const question = { personId: personId as PersonId, skillId, asAt: asAt as CalendarDate, knownAt };
    return this.explain.execute(ctx.force, question);
  }
}
