import { PreferenceRepository, SetNotificationPreferences } from '@app/notifications';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import {
  NotificationPreferencesType,
  preferencesOf,
  preferencesType,
  SetNotificationPreferencesInput,
  SetNotificationPreferencesResult,
} from './preferences.type.js';

/** How one wants to be told. */
@Resolver(() => NotificationPreferencesType)
export class PreferencesResolver {
  constructor(
    private readonly preferences: PreferenceRepository,
    private readonly set: SetNotificationPreferences,
  ) {}

  @Query(() => NotificationPreferencesType, {
    description: 'How you want to be told; the usual until you say.',
  })
  @Allow('notifications.notice.read-own')
  async myNotificationPreferences(@Ctx() ctx: RequestContext): Promise<NotificationPreferencesType> {
    return preferencesType(await this.preferences.of(ctx.force, found(actingPerson(ctx))));
  }

  @Mutation(() => SetNotificationPreferencesResult, {
    description:
      'Says how you want to be told. Again is the same answer. Refused: MAIL_NOT_OPTIONAL, QUIET_HOURS_WRONG.',
  })
  @Allow('notifications.preferences.set')
  async setNotificationPreferences(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SetNotificationPreferencesInput,
  ): Promise<NotificationPreferencesType> {
    return preferencesType(await this.set.execute(ctx, preferencesOf(input)));
  }
}
