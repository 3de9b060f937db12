import { PeopleReader, reachOf } from '@app/identity';
import { StepReader } from '@app/notifications';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { PageArgs, page } from '../edge/paging.js';
import { EscalationConnection, EscalationType, escalationType } from './escalation.type.js';

/** What went up the line, for those who answer for a force or a unit. */
@Resolver(() => EscalationType)
export class EscalationResolver {
  constructor(
    private readonly steps: StepReader,
    private readonly people: PeopleReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Query(() => EscalationConnection, {
    description: 'Open matters of the people in your reach that went up the line, newest first.',
  })
  @Allow('notifications.escalation.read')
  async escalations(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    const people = await this.inReach(ctx);
    return page(args, (request) => this.steps.escalations(ctx.force, people, request), escalationType);
  }

  private async inReach(ctx: RequestContext): Promise<PersonId[] | null> {
    const reach = reachOf(ctx, 'notifications.escalation.read');
    if (reach === 'force') return null;
    return this.people.idsInUnits(ctx.force, reach, londonDate(this.clock.now()));
  }
}
