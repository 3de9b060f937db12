import { OutlookReader, WhoCoversReader } from '@app/capability';
import { mustBeAllowed, PeopleReader, type Person, type UnitId, UnitReader } from '@app/identity';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { PageArgs, page } from '../edge/paging.js';
import { DateScalar } from '../edge/scalars.js';
import { personTypeOf } from '../identity/person.type.js';
import {
  CoverConcentrationType,
  CoveringPersonConnection,
  CoveringPersonType,
  CoverOutlookType,
  SinglePointType,
} from './cover-people.type.js';

@ArgsType()
class NeedArgs {
  @Field(() => ID, { description: 'The unit; those below it are counted in.' })
  unitId!: string;

  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level or above, 1–4.' })
  level!: number;

  @Field(() => ID, { nullable: true, description: 'Only people in this role.' })
  roleId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only people whose posting names this shift pattern.' })
  shift?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day; today in London when absent.' })
  on?: CalendarDate | null;
}

/** Who is behind a count, what hangs on few of them, and what becomes of it. */
@Resolver(() => CoveringPersonType)
export class CoverPeopleResolver {
  constructor(
    private readonly who: WhoCoversReader,
    private readonly outlooks: OutlookReader,
    private readonly people: PeopleReader,
    private readonly units: UnitReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Query(() => CoveringPersonConnection, {
    description: 'Who is in date in a skill in a unit, on a shift and a day, and on what evidence.',
  })
  @Allow('capability.cover.read')
  async whoCovers(@Ctx() ctx: RequestContext, @Args() args: NeedArgs, @Args() paging: PageArgs) {
    const { skillId, level, roleId = null, shift = null } = args;
    const unitId = await this.unitOfNames(ctx, args.unitId);
    const request = { unitId, skillId, level, roleId, shift, on: this.day(args.on) };
    let named: ReadonlyMap<PersonId, Person> = new Map();
    return page(
      paging,
      async (wanted) => {
        const rows = await this.who.page(ctx.force, request, wanted);
        named = await this.named(ctx, rows.rows);
        return rows;
      },
      (row) => ({
        ...{ level: row.level, evidenceIds: [...row.evidenceIds] },
        person: personTypeOf(found(named.get(row.personId) ?? null), ctx.force.forceId),
      }),
    );
  }

  @Query(() => [SinglePointType], {
    description: 'Every skill and level that exactly one person of a unit holds in date, and who.',
  })
  @Allow('capability.cover.read')
  async singlePointsOfFailure(
    @Ctx() ctx: RequestContext,
    @Args('unitId', { type: () => ID, description: 'The unit; those below it are counted in.' }) unit: string,
    @Args('on', { type: () => DateScalar, nullable: true, description: 'The day; today when absent.' })
    on: CalendarDate | null,
  ): Promise<SinglePointType[]> {
    const unitId = await this.unitOfNames(ctx, unit);
    const points = await this.outlooks.singlePoints(ctx.force, unitId, this.day(on));
    const named = await this.named(ctx, points);
    return points.map(({ skillId, level, personId }) => ({
      ...{ skillId, level },
      person: personTypeOf(found(named.get(personId) ?? null), ctx.force.forceId),
    }));
  }

  @Query(() => CoverConcentrationType, {
    description: 'Over which units the holders of a skill are spread.',
  })
  @Allow('capability.cover.read')
  async coverConcentration(
    @Ctx() ctx: RequestContext,
    @Args() args: NeedArgs,
  ): Promise<CoverConcentrationType> {
    const { skillId, level, roleId = null, shift = null } = args;
    const unitId = await this.unit(ctx, args.unitId);
    const request = { unitId, skillId, level, roleId, shift, on: this.day(args.on) };
    const { units, ...rest } = await this.outlooks.concentration(ctx.force, request);
    return { ...rest, units: [...units] };
  }

  @Query(() => CoverOutlookType, {
    description: 'What becomes of a need from today to a day, if those in date renew and if nobody does.',
  })
  @Allow('capability.cover.read')
  async coverOutlook(@Ctx() ctx: RequestContext, @Args() args: NeedArgs): Promise<CoverOutlookType> {
    const { skillId, level, roleId = null, shift = null } = args;
    const unitId = await this.unit(ctx, args.unitId);
    const period = { from: this.day(null), to: this.day(args.on) };
    return this.outlooks.outlook(ctx.force, { unitId, skillId, level, roleId, shift, ...period });
  }

  private async named(ctx: RequestContext, rows: readonly { personId: PersonId }[]) {
    return this.people.byIds(
      ctx.force,
      rows.map(({ personId }) => personId),
    );
  }

  private async unit(ctx: RequestContext, text: string): Promise<UnitId> {
    const unitId = idArg<UnitId>(text, 'unitId');
    found(await this.units.byId(ctx.force, unitId));
    mustBeAllowed(ctx, 'capability.cover.read', { unitId });
    return unitId;
  }

  /** Names are for those who may read that unit's people. */
  private async unitOfNames(ctx: RequestContext, text: string): Promise<UnitId> {
    const unitId = await this.unit(ctx, text);
    mustBeAllowed(ctx, 'identity.person.read', { unitId });
    return unitId;
  }

  private day(on: CalendarDate | null | undefined): CalendarDate {
    return on ?? londonDate(this.clock.now());
  }
}
