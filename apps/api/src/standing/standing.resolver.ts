import { SkillReader } from '@app/framework';
import { PeopleReader, PostingReader } from '@app/identity';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { readsStandingOf, StandingReader } from '@app/standing';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { DateScalar, DateTimeScalar } from '../edge/scalars.js';
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
    private readonly people: PeopleReader,
    private readonly postings: PostingReader,
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
    await this.mustBeInReach(ctx, personId);
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

  private async mustBeInReach(ctx: RequestContext, personId: PersonId): Promise<void> {
    if (actingPerson(ctx) === personId) return;
    found(await this.people.byId(ctx.force, personId));
    const today = londonDate(this.clock.now());
    const units = (await this.postings.ofPerson(ctx.force, personId, today)).map(({ unitId }) => unitId);
    found(readsStandingOf(ctx, units) ? personId : null);
  }
}
