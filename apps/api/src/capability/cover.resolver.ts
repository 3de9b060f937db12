import { CoverReader, ForceCoverReader, SetMinimumCover } from '@app/capability';
import { mustBeAllowed, type UnitId, UnitReader } from '@app/identity';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { unitTypeOf } from '../identity/unit.type.js';
import { CoverArgs, CoverOverArgs, ForceCoverArgs } from './cover.args.js';
import {
  CoverPointType,
  CoverRowType,
  CoverType,
  coverRowType,
  ForceCoverType,
  SetMinimumCoverInput,
  SetMinimumCoverResult,
  unitCountType,
} from './cover.type.js';

/** Cover of units, for those who answer for them. */
@Resolver(() => CoverType)
export class CoverResolver {
  constructor(
    private readonly reader: CoverReader,
    private readonly forceReader: ForceCoverReader,
    private readonly units: UnitReader,
    private readonly setMinimum: SetMinimumCover,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Query(() => CoverType, {
    description: 'Who a unit has in date for what its roles need, today or on a date.',
  })
  @Allow('capability.cover.read')
  async cover(@Ctx() ctx: RequestContext, @Args() args: CoverArgs): Promise<CoverType> {
    const unit = await this.unitInReach(ctx, args.unitId);
    const on = args.on ?? this.today();
    const { roleId = null, skillId = null } = args;
    const rows = await this.reader.of(ctx.force, unit.id, { on, roleId, skillId, view: viewOf(args) });
    return { unit: unitTypeOf(unit), on, rows: rows.map(coverRowType) };
  }

  @Query(() => [CoverPointType], {
    description:
      'One need over a period of at most 36 months: its first day, and each later day on which a figure moves.',
  })
  @Allow('capability.cover.read')
  async coverOver(@Ctx() ctx: RequestContext, @Args() args: CoverOverArgs): Promise<CoverPointType[]> {
    const unit = await this.unitInReach(ctx, args.unitId);
    return this.reader.over(ctx.force, unit.id, periodOf(args));
  }

  @Query(() => ForceCoverType, {
    description:
      'Every unit and every skill of the force on one day, in one read. For those who may read cover of the whole force.',
  })
  @Allow('capability.cover.read')
  async forceCover(@Ctx() ctx: RequestContext, @Args() args: ForceCoverArgs): Promise<ForceCoverType> {
    mustBeAllowed(ctx, 'capability.cover.read', { forceWide: true });
    const on = args.on ?? this.today();
    const request = { on, roleId: args.roleId ?? null, view: viewOf(args) };
    const counts = await this.forceReader.of(ctx.force, request);
    const names = new Map((await this.units.all(ctx.force)).map(({ id, name }) => [id, name]));
    const units = counts.map((count) =>
      unitCountType(count, count.unitId === null ? null : (names.get(count.unitId) ?? null)),
    );
    return { on, units };
  }

  @Mutation(() => SetMinimumCoverResult, {
    description: 'Sets a unit’s minimum. The same again changes nothing.',
  })
  @Allow('capability.minimum-cover.set')
  async setMinimumCover(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SetMinimumCoverInput,
  ): Promise<CoverRowType> {
    const { roleId, skillId, level, minimum } = input;
    const unitId = idArg<UnitId>(input.unitId, 'unitId');
    const set = await this.setMinimum.execute(ctx, { unitId, roleId, skillId, level, minimum });
    const request = { on: this.today(), roleId: set.roleId, skillId: set.skillId };
    const rows = await this.reader.of(ctx.force, set.unitId, request);
    return coverRowType(found(rows.find(({ level }) => level === set.level)));
  }

  private async unitInReach(ctx: RequestContext, text: string) {
    const unitId = idArg<UnitId>(text, 'unitId');
    const unit = found(await this.units.byId(ctx.force, unitId));
    mustBeAllowed(ctx, 'capability.cover.read', { unitId });
    return unit;
  }

  private today(): CalendarDate {
    return londonDate(this.clock.now());
  }
}

function viewOf({ asKnownThen }: { asKnownThen: boolean }): 'now' | 'past' {
  return asKnownThen ? 'past' : 'now';
}

function periodOf(args: CoverOverArgs) {
  const { roleId, skillId, from, to } = args;
  return { roleId, skillId, from, to, view: viewOf(args) };
}
