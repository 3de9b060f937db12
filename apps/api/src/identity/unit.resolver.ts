import { CreateUnit, RenameUnit, type UnitId, UnitReader } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg, optionalIdArg } from '../edge/ids.js';
import { PageArgs, page } from '../edge/paging.js';
import { CreateUnitResult, RenameUnitResult } from './results.js';
import { CreateUnitInput, RenameUnitInput, UnitConnection, UnitType, unitTypeOf } from './unit.type.js';

@Resolver(() => UnitType)
export class UnitResolver {
  constructor(
    private readonly reader: UnitReader,
    private readonly create: CreateUnit,
    private readonly rename: RenameUnit,
  ) {}

  @Allow('identity.unit.read')
  @Query(() => UnitConnection, {
    description: 'The units of your force; a parent comes before those below it.',
  })
  async units(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return page(args, (request) => this.reader.page(ctx.force, request), unitTypeOf);
  }

  @Allow('identity.unit.create')
  @Mutation(() => CreateUnitResult, {
    description:
      'Creates a unit. The same again gives the one that is there. Refusals: UNIT_NAME_NOT_VALID, UNIT_NAME_TAKEN, UNIT_KIND_MISPLACED, UNIT_TOO_DEEP.',
  })
  async createUnit(@Ctx() ctx: RequestContext, @Args('input') input: CreateUnitInput) {
    const parentId = optionalIdArg<UnitId>(input.parentId, 'parentId');
    return unitTypeOf(await this.create.execute(ctx, { name: input.name, kind: input.kind, parentId }));
  }

  @Allow('identity.unit.rename')
  @Mutation(() => RenameUnitResult, {
    description: 'Gives a unit another name. Refusals: UNIT_NAME_NOT_VALID, UNIT_NAME_TAKEN.',
  })
  async renameUnit(@Ctx() ctx: RequestContext, @Args('input') input: RenameUnitInput) {
    const unitId = idArg<UnitId>(input.unitId, 'unitId');
    return unitTypeOf(await this.rename.execute(ctx, { unitId, name: input.name }));
  }
}
