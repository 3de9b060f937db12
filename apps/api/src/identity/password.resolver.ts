import { InvitePerson, RequestPasswordReset, ResetPassword } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Done } from '../edge/done.type.js';
import { Ctx, Gql, type GraphqlContext } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { InvitePersonResult, RequestPasswordResetResult, ResetPasswordResult } from './results.js';
import { InvitePersonInput, RequestPasswordResetInput, ResetPasswordInput } from './session.type.js';

@Resolver(() => Done)
export class PasswordResolver {
  constructor(
    private readonly invite: InvitePerson,
    private readonly request: RequestPasswordReset,
    private readonly reset: ResetPassword,
  ) {}

  @Allow('identity.person.invite')
  @Mutation(() => InvitePersonResult, {
    description:
      'Mails a person a link to choose a first password. Refusals: PERSON_ALREADY_ACTIVE, PERSON_WITHOUT_EMAIL, PERSON_SUSPENDED.',
  })
  async invitePerson(@Ctx() ctx: RequestContext, @Args('input') input: InvitePersonInput): Promise<Done> {
    await this.invite.execute(ctx, { personId: idArg<PersonId>(input.personId, 'personId') });
    return { ok: true };
  }

  @Allow('public')
  @Mutation(() => RequestPasswordResetResult, {
    description:
      'Mails a link for a new password, if there is such an account. The answer is always the same.',
  })
  async requestPasswordReset(
    @Ctx() ctx: RequestContext,
    @Gql() gql: GraphqlContext,
    @Args('input') input: RequestPasswordResetInput,
  ): Promise<Done> {
    await this.request.execute(ctx, { email: input.email, address: gql.request.ip });
    return { ok: true };
  }

  @Allow('public')
  @Mutation(() => ResetPasswordResult, {
    description:
      'Sets a new password and ends every session of the account. Refusals: RESET_NOT_VALID, RESET_EXPIRED, RESET_USED, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_PLAIN.',
  })
  async resetPassword(@Ctx() ctx: RequestContext, @Args('input') input: ResetPasswordInput): Promise<Done> {
    await this.reset.execute(ctx, input);
    return { ok: true };
  }
}
