import { EndProfileRaise, type ProfileRaiseId, RaiseProfile, RoleProfileReader } from '@app/framework';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { DateScalar } from '../edge/scalars.js';
import {
  EffectiveProfileType,
  EndProfileRaiseInput,
  EndProfileRaiseResult,
  effectiveProfileType,
  type ProfileRaiseType,
  profileRaiseType,
  RaiseProfileInput,
  RaiseProfileResult,
} from './profile-raise.type.js';

/** What roles need in one's own force, and what the force asks beyond the nation. */
@Resolver()
export class ProfileRaiseResolver {
  constructor(
    private readonly profiles: RoleProfileReader,
    private readonly raise: RaiseProfile,
    private readonly end: EndProfileRaise,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Query(() => EffectiveProfileType, {
    description:
      'What a role needs in your force, today or on a day: the national profile, raised by your force.',
  })
  @Allow('framework.skill.read')
  async effectiveProfile(
    @Ctx() ctx: RequestContext,
    @Args('roleId', { type: () => ID, description: 'Key of the role.' }) roleId: string,
    @Args('on', { type: () => DateScalar, nullable: true, description: 'The day; today when left out.' })
    asked: CalendarDate | null,
  ): Promise<EffectiveProfileType> {
    const on = asked ?? londonDate(this.clock.now());
    return effectiveProfileType(found(await this.profiles.effective(ctx.force, roleId, on)), on);
  }

  @Mutation(() => RaiseProfileResult, {
    description: 'Asks more of a role in your force than the nation does. It may raise and never lower.',
  })
  @Allow('framework.profile.raise')
  async raiseProfile(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RaiseProfileInput,
  ): Promise<ProfileRaiseType> {
    const { roleId, skillId, level, essential, from, to = null } = input;
    return profileRaiseType(await this.raise.execute(ctx, { roleId, skillId, level, essential, from, to }));
  }

  @Mutation(() => EndProfileRaiseResult, {
    description: 'Gives a raise of your force its last day. The same again changes nothing.',
  })
  @Allow('framework.profile-raise.end')
  async endProfileRaise(
    @Ctx() ctx: RequestContext,
    @Args('input') input: EndProfileRaiseInput,
  ): Promise<ProfileRaiseType> {
    const { revision, to } = input;
    const raiseId = idArg<ProfileRaiseId>(input.raiseId, 'raiseId');
    return profileRaiseType(await this.end.execute(ctx, { raiseId, revision, to }));
  }
}
