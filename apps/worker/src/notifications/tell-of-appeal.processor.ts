import { type AppealId, appealOverdue } from '@app/assessment';
import { TellOfAppeal } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof appealOverdue>[0];

/** An appeal was not decided in time: tell those who decide. */
@Injectable()
@Consumes({ name: 'notifications-tell-of-appeal', events: [appealOverdue], queue: 'events' })
export class TellOfAppealProcessor implements EventConsumer<Told> {
  constructor(private readonly tellOfAppeal: TellOfAppeal) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    await this.tellOfAppeal.execute(ctx, { appealId: data.appealId as AppealId, message: 'appeal-overdue' });
  }
}
