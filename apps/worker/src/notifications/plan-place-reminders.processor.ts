import { placeBooked, placeGivenUp } from '@app/assessment';
import { PlanReminders } from '@app/notifications';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof placeBooked>[0];

/** A place was booked or given up: its reminders follow. */
@Injectable()
@Consumes({
  name: 'notifications-plan-place-reminders',
  events: [placeBooked, placeGivenUp],
  queue: 'events',
})
export class PlanPlaceRemindersProcessor implements EventConsumer<Told> {
  constructor(private readonly planReminders: PlanReminders) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    const { sittingId: id } = data;
    await this.planReminders.execute(ctx, { type: 'sitting', id, personId: data.personId as PersonId });
  }
}
