import {
  bookingAsked,
  bookingAttended,
  bookingBooked,
  bookingCancelled,
  bookingLapsed,
  bookingRefused,
} from '@app/assessment';
import { PlanReminders, type ThingRef } from '@app/notifications';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type Delivered, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof bookingBooked>[0];

function thingsOf({ bookingId: id, personId }: Told): ThingRef[] {
  return (['seat', 'approval'] as const).map((type) => ({ type, id, personId: personId as PersonId }));
}

/** A seat was asked for, booked, given up or used: its reminders follow, and so does what goes up the line for its approval. */
@Injectable()
@Consumes({
  name: 'notifications-plan-seat-reminders',
  events: [
    ...[bookingAsked, bookingBooked, bookingRefused],
    ...[bookingCancelled, bookingLapsed, bookingAttended],
  ],
  queue: 'events',
})
export class PlanSeatRemindersProcessor implements EventConsumer<Told> {
  constructor(private readonly planReminders: PlanReminders) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    await this.planReminders.executeAll(ctx, thingsOf(data));
  }

  async consumeAll(deliveries: readonly Delivered<Told>[]): Promise<void> {
    const [first] = deliveries;
    if (first === undefined) return;
    const things = deliveries.flatMap(({ event }) => thingsOf(event.data));
    await this.planReminders.executeAll(first.ctx, things);
  }
}
