import { type AppealId, appealAsked } from '@app/assessment';
import { PlanAppealReminder } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof appealAsked>[0];

/** An appeal was asked: put its reminder on the timetable. */
@Injectable()
@Consumes({ name: 'notifications-plan-appeal-reminder', events: [appealAsked], queue: 'events' })
export class PlanAppealReminderProcessor implements EventConsumer<Told> {
  constructor(private readonly planAppealReminder: PlanAppealReminder) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    await this.planAppealReminder.execute(ctx, { appealId: data.appealId as AppealId });
  }
}
