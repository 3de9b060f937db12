import { SaveShiftPattern, SetMinimumCover, ShiftPatternRepository, ShortfallReader } from '@app/capability';
import { mustBeAllowed, type UnitId, UnitReader } from '@app/identity';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { PageArgs, page } from '../edge/paging.js';
import { DateScalar } from '../edge/scalars.js';
import {
  MinimumMetConnection,
  MinimumMetType,
  SaveShiftPatternInput,
  SaveShiftPatternResult,
  SetShiftMinimumInput,
  SetShiftMinimumResult,
  ShiftPatternType,
} from './minimum.type.js';

@ArgsType()
class MinimumsArgs extends PageArgs {
  @Field(() => ID, { description: 'The unit; the minimums of those below it are listed too.' })
  unitId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day; today in London when absent.' })
  on?: CalendarDate | null;
}

/** Minimums of units and shifts, and how they are met. */
@Resolver(() => MinimumMetType)
export class MinimumResolver {
  constructor(
    private readonly shortfalls: ShortfallReader,
    private readonly patterns: ShiftPatternRepository,
    private readonly save: SaveShiftPattern,
    private readonly setMinimum: SetMinimumCover,
    private readonly units: UnitReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Query(() => MinimumMetConnection, {
    description:
      'Every minimum of a unit and those below it: as it was on the day, who is missing, and the first day of too few.',
  })
  @Allow('capability.cover.read')
  async coverMinimums(@Ctx() ctx: RequestContext, @Args() args: MinimumsArgs) {
    const unitId = idArg<UnitId>(args.unitId, 'unitId');
    found(await this.units.byId(ctx.force, unitId));
    mustBeAllowed(ctx, 'capability.cover.read', { unitId });
    const on = args.on ?? this.today();
    return page(
      args,
      (request) => this.shortfalls.page(ctx.force, { unitId, on }, request),
      (met) => met,
    );
  }

  @Query(() => [ShiftPatternType], { description: 'The shift patterns that your force keeps, by name.' })
  @Allow('capability.cover.read')
  async shiftPatterns(@Ctx() ctx: RequestContext): Promise<ShiftPatternType[]> {
    return this.patterns.all(ctx.force);
  }

  @Mutation(() => SaveShiftPatternResult, {
    description: 'Saves a shift pattern, or the hours of one that is kept. The same again changes nothing.',
  })
  @Allow('capability.minimum-cover.set')
  async saveShiftPattern(@Ctx() ctx: RequestContext, @Args('input') input: SaveShiftPatternInput) {
    return this.save.execute(ctx, input);
  }

  @Mutation(() => SetShiftMinimumResult, {
    description: 'Sets how many people of a shift a unit needs. The same again changes nothing.',
  })
  @Allow('capability.minimum-cover.set')
  async setShiftMinimum(@Ctx() ctx: RequestContext, @Args('input') input: SetShiftMinimumInput) {
    const { roleId, skillId, level, shift, minimum } = input;
    const wanted = { unitId: idArg<UnitId>(input.unitId, 'unitId'), roleId, skillId, level, shift, minimum };
    const set = await this.setMinimum.execute(ctx, wanted);
    return found(await this.shortfalls.of(ctx.force, set, this.today()));
  }

  private today(): CalendarDate {
    return londonDate(this.clock.now());
  }
}
