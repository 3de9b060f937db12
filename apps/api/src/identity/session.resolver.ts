import { AcceptInvitation, RefreshSession, SignIn, SignOut } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import type { Done } from '../edge/done.type.js';
import { Ctx, Gql, type GraphqlContext } from '../edge/graphql-context.js';
import { AcceptInvitationResult, RefreshSessionResult, SignInResult, SignOutResult } from './results.js';
import {
  AcceptInvitationInput,
  RefreshSessionInput,
  SignedInType,
  SignInInput,
  SignOutInput,
} from './session.type.js';
import { Welcome } from './welcome.js';

@Resolver(() => SignedInType)
export class SessionResolver {
  constructor(
    private readonly enter: SignIn,
    private readonly refresh: RefreshSession,
    private readonly leave: SignOut,
    private readonly accept: AcceptInvitation,
    private readonly welcome: Welcome,
  ) {}

  @Allow('public')
  @Mutation(() => SignInResult, {
    description:
      'Signs in. Refusals: SIGN_IN_FAILED, SIGN_IN_THROTTLED; neither tells whether an account exists.',
  })
  async signIn(@Ctx() ctx: RequestContext, @Gql() gql: GraphqlContext, @Args('input') input: SignInInput) {
    const { identifier, password, forceSlug = null } = input;
    const address = gql.request.ip;
    return this.welcome.back(
      gql,
      await this.enter.execute(ctx, { identifier, password, forceSlug, address }),
    );
  }

  @Allow('public')
  @Mutation(() => RefreshSessionResult, {
    description: 'Exchanges a refresh token for the next pair of tokens. Refusals: SESSION_ENDED.',
  })
  async refreshSession(
    @Ctx() ctx: RequestContext,
    @Gql() gql: GraphqlContext,
    @Args('input') input: RefreshSessionInput,
  ) {
    return this.welcome.back(gql, await this.refresh.execute(ctx, input));
  }

  @Allow('public')
  @Mutation(() => SignOutResult, { description: 'Ends a session, at once. No refusals.' })
  async signOut(@Ctx() ctx: RequestContext, @Args('input') input: SignOutInput): Promise<Done> {
    await this.leave.execute(ctx, input);
    return { ok: true };
  }

  @Allow('public')
  @Mutation(() => AcceptInvitationResult, {
    description:
      'First sign-in. Refusals: INVITATION_NOT_VALID, INVITATION_EXPIRED, INVITATION_USED, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_PLAIN.',
  })
  async acceptInvitation(
    @Ctx() ctx: RequestContext,
    @Gql() gql: GraphqlContext,
    @Args('input') input: AcceptInvitationInput,
  ) {
    return this.welcome.back(gql, await this.accept.execute(ctx, input));
  }
}
