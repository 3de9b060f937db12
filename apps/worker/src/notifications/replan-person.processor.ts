import {
  absenceRecorded,
  personReinstated,
  personSuspended,
  postingChanged,
  postingEnded,
  postingStarted,
} from '@app/identity';
import { PlanReminders } from '@app/notifications';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = { personId: string };

/** Somebody’s days or standing changed: all their reminders follow. */
@Injectable()
@Consumes({
  name: 'notifications-replan-person',
  events: [
    ...[absenceRecorded, personSuspended, personReinstated],
    ...[postingStarted, postingChanged, postingEnded],
  ],
  queue: 'events',
})
export class ReplanPersonProcessor implements EventConsumer<Told> {
  constructor(private readonly planReminders: PlanReminders) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    await this.planReminders.executeForPerson(ctx, data.personId as PersonId);
  }
}
