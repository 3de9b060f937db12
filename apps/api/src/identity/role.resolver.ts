import { GrantRole, RevokeRole, type RoleGrantId, type UnitId } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg, optionalIdArg } from '../edge/ids.js';
import { GrantRoleInput, RevokeRoleInput, RoleGrantType, roleGrantTypeOf } from './person.type.js';
import { GrantRoleResult, RevokeRoleResult } from './results.js';

@Resolver(() => RoleGrantType)
export class RoleResolver {
  constructor(
    private readonly grant: GrantRole,
    private readonly revoke: RevokeRole,
  ) {}

  @Allow('identity.role.grant')
  @Mutation(() => GrantRoleResult, {
    description:
      'Grants a role; it acts at the person’s next request. Refusals: BUNDLE_UNKNOWN, BUNDLE_NOT_OF_THIS_BODY, ROLE_SELF_GRANTED, DATES_REVERSED.',
  })
  async grantRole(@Ctx() ctx: RequestContext, @Args('input') input: GrantRoleInput) {
    const grant = await this.grant.execute(ctx, {
      personId: idArg<PersonId>(input.personId, 'personId'),
      bundle: input.bundle,
      unitId: optionalIdArg<UnitId>(input.unitId, 'unitId'),
      from: input.from ?? null,
      to: input.to ?? null,
    });
    return roleGrantTypeOf(grant);
  }

  @Allow('identity.role.revoke')
  @Mutation(() => RevokeRoleResult, {
    description: 'Revokes a role; it acts at the person’s next request. No refusals.',
  })
  async revokeRole(@Ctx() ctx: RequestContext, @Args('input') input: RevokeRoleInput) {
    const grantId = idArg<RoleGrantId>(input.grantId, 'grantId');
    return roleGrantTypeOf(await this.revoke.execute(ctx, { grantId }));
  }
}
